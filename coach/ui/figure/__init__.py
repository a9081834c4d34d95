"""The painted figure: flesh on the bones of coach.figure, in the look of the program. numpy is loaded only with it."""
