"""Coaching, areas, safety, sources and pronunciations: the user's entries laid over the shipped ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coach.content.model import Coaching, Safety


def entries(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Areas, sources or pronunciations, entry by entry; an entry keeps its first place."""
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer)
    return merged


def coaching(layers: Iterable[Coaching]) -> Coaching:
    """Event by event, phrase by phrase and figure by figure."""
    layers = list(layers)
    return Coaching(
        entries(layer.events for layer in layers),
        entries(layer.phrases for layer in layers),
        entries(layer.figures for layer in layers),
    )


def safety(layers: Iterable[Safety]) -> Safety:
    """Tier by tier, question by question (by id), condition by condition; disclaimer, stop rules, pain as a whole."""
    layers = list(layers)
    questions = entries({question.id: question for question in layer.questions} for layer in layers)
    return Safety(
        entries(layer.tiers for layer in layers),
        tuple(questions.values()),
        entries(layer.conditions for layer in layers),
        next((layer.disclaimer for layer in reversed(layers) if layer.disclaimer), None),
        next((layer.stop for layer in reversed(layers) if layer.stop), ()),
        next((layer.pain for layer in reversed(layers) if layer.pain), None),
    )
