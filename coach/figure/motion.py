"""A figure becomes a motion: ask for any share of it, for either side, and get a solved posture.

motion = Motion.of(catalogue.figures["chin-tuck"])
posture = motion.at(0.5)
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import Figure
from coach.figure.contacts import Hold, read_contacts
from coach.figure.gait import stride
from coach.figure.kinematics import Frames
from coach.figure.planner import FigureProblem, Plan, Planner, places_under
from coach.figure.posture import Posture, band_line
from coach.figure.scene import Band, Scene
from coach.figure.solve import mirrored_frames, solve
from coach.figure.touch import Surface, touching_point
from coach.values import dataclass, replace

__all__ = ["FigureProblem", "Motion"]


@dataclass(frozen=True)
class Motion:
    """One figure, ready to move. Share 0 is the start, 1 the end; a cycle's 0 to 1 is one period."""

    figure: Figure
    plan: Plan

    @classmethod
    def of(cls, figure: Figure) -> Motion:
        """The motion of a checked figure. Raises FigureProblem with a sentence for what cannot be solved."""
        return cls(figure, Planner(figure).plan())

    @property
    def scene(self) -> Scene:
        """The props, as the file has them; `mirrored()` for the left side's repetition."""
        return self.plan.scene

    @property
    def surfaces(self) -> Mapping[str, Surface]:
        """What can be touched, by name."""
        return self.plan.surfaces

    @property
    def is_cycle(self) -> bool:
        """Whether it repeats by itself (marching) rather than going out and back."""
        return bool(self.figure.cycle)

    @property
    def has_end(self) -> bool:
        """Whether it moves at all."""
        return self.plan.keys > 1

    def at(self, share: float, *, mirrored: bool = False) -> Posture:
        """The posture at a share of the movement; `mirrored` is the left side's repetition."""
        frames = solve(self.plan.pose_at(share), self.plan.root, self.holds_at(share), self.surfaces)
        return self._posture(frames, mirrored=mirrored)

    def wrong(self, *, mirrored: bool = False) -> Posture | None:
        """The figure in the mistake that its file describes, or None."""
        mistake = self.plan.mistake
        if mistake is None:
            return None
        frames = solve(mistake.pose, self.plan.root, self.wrong_holds(), self.surfaces)
        return self._posture(frames, mirrored=mirrored)

    def wrong_scene(self) -> Scene:
        """The props beside the mistake, as the file has them: what an elbow has let go of lies on the floor."""
        mistake = self.wrong()
        if mistake is None:
            return self.scene
        frames = Frames(mistake.rotations, mistake.origins, mistake.freedoms)
        return self.scene.with_fallen(places_under(self.scene, frames))

    def wrong_holds(self) -> list[Hold]:
        """The contacts that the mistake keeps: its own, else those of the movement's end (of a cycle's start)."""
        mistake, share = self.plan.mistake, 0.0 if self.is_cycle else 1.0
        if mistake is None or mistake.holds is None:
            return self.holds_at(share)
        return [replace(self._hold_at(hold, share), weight=1.0) for hold in mistake.holds]

    def holds_at(self, share: float) -> list[Hold]:
        """The contacts with their targets and weights at a share of the movement."""
        share = share % 1.0 if self.is_cycle else min(1.0, max(0.0, share))
        return [self._hold_at(hold, share) for hold in self.plan.holds]

    def _hold_at(self, hold: Hold, share: float) -> Hold:
        contact = hold.contact
        weight = contact.weight(share, periodic=self.is_cycle)
        if contact.moves == "stride":
            own = share if contact.side == "right" else share + 0.5
            return stride(replace(hold, weight=weight), own, self.surfaces[contact.on].normal)
        if contact.moves == "step" and contact.name in self.plan.steps:
            hold = self.plan.steps[contact.name].at(hold, share)
        return replace(hold, weight=weight) if weight != hold.weight else hold

    def _posture(self, frames: Frames, *, mirrored: bool) -> Posture:
        scene = self.scene
        marks = [
            touching_point(frames, c.side, c.part) for c in read_contacts(f"{m} on wall" for m in self.figure.marks)
        ]
        if mirrored:
            frames, scene = mirrored_frames(frames), scene.mirrored()
            marks = [mark * (1.0, 1.0, -1.0) for mark in marks]
        bands = [band_line(frames, stretch) for band in scene.of(Band) for stretch in band.stretches]
        return Posture(frames.rotations, frames.origins, frames.freedoms, tuple(bands), tuple(marks))
