"""Names for the articles of a run: the file's stem, qualified only where two different texts share one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.ids import digest
from kg.ingest.draft import Draft


def name_drafts(drafts: Sequence[Draft]) -> list[tuple[str, Draft]]:
    """Each draft with its name, in the order given; the same text under the same stem is kept once.

    All that share a stem get their folder's name before it; where that is not enough, the text's hash behind it. The result
    depends on the set of drafts alone, not on their order.
    """
    unique: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        key = (draft.stem, draft.text)
        if key not in unique or (draft.where, draft.parent) < (unique[key].where, unique[key].parent):
            unique[key] = draft
    groups: dict[str, list[Draft]] = defaultdict(list)
    for draft in unique.values():
        groups[draft.stem].append(draft)
    alone = {stem for stem, group in groups.items() if len(group) == 1}
    names: dict[tuple[str, str], str] = {}
    taken = set(alone)
    for stem in sorted(groups):
        group = sorted(groups[stem], key=lambda d: digest(d.text, length=64))
        chosen = [stem] if stem in alone else [f"{draft.parent}-{stem}" for draft in group]
        if stem not in alone and (len(set(chosen)) < len(chosen) or taken & set(chosen)):
            chosen = [f"{draft.parent}-{stem}-{digest(draft.parent, stem, draft.text, length=8)}" for draft in group]
        taken.update(chosen)
        names.update({(draft.stem, draft.text): name for draft, name in zip(group, chosen, strict=True)})
    kept = {id(draft) for draft in unique.values()}
    return [(names[draft.stem, draft.text], draft) for draft in drafts if id(draft) in kept]
