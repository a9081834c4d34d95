"""The figure's colours: pine on paper, ember where a muscle works."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from coach.values import dataclass, replace

Tone = tuple[float, float, float]


def tone(hexadecimal: str) -> Tone:
    """#RRGGBB as red, green, blue from 0 to 255."""
    red, green, blue = (float(int(hexadecimal[i : i + 2], 16)) for i in (1, 3, 5))
    return red, green, blue


@lru_cache(2048)
def mix(one: Tone, other: Tone, share: float) -> Tone:
    """`share` 0 is the first, 1 the second."""
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
        one[2] + (other[2] - one[2]) * share,
    )


@lru_cache(4096)
def colour(of: Tone, alpha: float = 1.0) -> QColor:
    """For Qt; kept, so do not change it."""
    return QColor(round(of[0]), round(of[1]), round(of[2]), round(255 * min(1.0, max(0.0, alpha))))


@dataclass(frozen=True)
class Palette:
    """`lift` is how much lighter a part is top left; `far` how much of the stage is in limbs of the far side."""

    name: str
    skin: Tone
    top: Tone
    shorts: Tone
    hair: Tone
    dark: Tone
    lift: float
    far: float
    stage: Tone
    floor: Tone
    key: Tone
    contour: Tone | None
    glow: Tone
    core: Tone
    rim: Tone
    rim_strength: float
    prop: Tone
    prop_dark: Tone
    towel: Tone
    wall: Tone
    band: Tone
    shadow: Tone
    shadow_strength: float

    def of(self, name: str) -> Tone:
        """The tone of a part or a prop, by its name here."""
        found: Tone = getattr(self, name)
        return found

    def mistaken(self) -> Palette:
        """The same in grey, for the common mistake."""
        skin, top, shorts, hair = _WRONG_DARK if self.name == "dark" else _WRONG
        return replace(self, skin=skin, top=top, shorts=shorts, hair=hair, contour=None)


def _palette(name: str, lift: float, far: float, rim_strength: float, shadow_strength: float, **tones: str) -> Palette:
    contour = tones.pop("contour", "")
    return Palette(
        name=name,
        lift=lift,
        far=far,
        rim_strength=rim_strength,
        shadow_strength=shadow_strength,
        contour=tone(contour) if contour else None,
        **{key: tone(value) for key, value in tones.items()},
    )


# Tones and shares are the drawn look's, and by eye where it has none.
# of skin, top, shorts and hair
_WRONG = (tone("#C3C8BE"), tone("#8C9C97"), tone("#7B8B87"), tone("#7A8785"))
_WRONG_DARK = (tone("#6F7D79"), tone("#4C5B58"), tone("#445350"), tone("#3A4846"))

PALETTES: dict[str, Palette] = {
    "light": _palette(
        "light", 0.16, 0.46, 0.0, 1.0, skin="#8DB2AB", top="#2A5C58", shorts="#20464A", hair="#1D3A3C", dark="#16302F",
        stage="#F4EDE2", floor="#E9DFD0", key="#F4EDE2", contour="#5E8A83", glow="#FF824E", core="#FFA078",
        rim="#8F2B08", prop="#DCCDB7", prop_dark="#C7B497", towel="#FCF7EC", wall="#E9DFD0", band="#B5793C",
        shadow="#6B5B45",
    ),
    "dark": _palette(
        "dark", 0.14, 0.5, 0.32, 1.5, skin="#A8CCC4", top="#458580", shorts="#407A76", hair="#2A5654", dark="#0B1514",
        stage="#1F2A29", floor="#2B322F", key="#1F2A29", glow="#FF9160", core="#FFB994", rim="#4A1705",
        prop="#4A463C", prop_dark="#5E584B", towel="#8F9A93", wall="#3A4440", band="#D9A066", shadow="#000000",
    ),
    "contrast": _palette(
        "contrast", 0.0, 0.45, 1.0, 0.0, skin="#FFFFFF", top="#9FB3AF", shorts="#6F8884", hair="#7E9591",
        dark="#000000", stage="#000000", floor="#000000", key="#000000", glow="#FFB000", core="#FFD980",
        rim="#000000", prop="#5A5A5A", prop_dark="#777777", towel="#BFBFBF", wall="#4A4A4A", band="#FFFFFF",
        shadow="#000000",
    ),
}  # fmt: skip
