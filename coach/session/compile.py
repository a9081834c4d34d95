"""A routine or a test becomes a timeline (FORMAT, How a routine becomes a timeline).

    compile_routine(routine, catalogue, language="en") -> Timeline
    compile_test(test, catalogue, language="en") -> Timeline

`catalogue` is anything with `.exercises` (id -> Exercise) and `.coaching` (Coaching).
"""
