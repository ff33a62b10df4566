"""Puts what was found about members together with what is remarked on them by hand, and tells where they disagree."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from Coverage.members import path_text

# What is found of a member.
SERVED = "served"
REFUSED = "refused"
IGNORED = "ignored"
UNSEEN = "unseen"

# What is remarked, besides "refused".
KEPT = "kept"
NO_EFFECT = "no effect"
MISSING = "missing"
ABSENT = "absent"

FOUND_FOR_REMARK = {
    REFUSED: (REFUSED,),
    KEPT: (SERVED,),
    NO_EFFECT: (IGNORED,),
    MISSING: (IGNORED, UNSEEN),
    ABSENT: (UNSEEN,),
}


class Verdict(NamedTuple):
    """The state of a member, and why it is that."""

    state: str
    reason: str = ""


@dataclass(frozen=True)
class Remark:
    """Why some members are not simply served. A `*` in a pattern is any text; what is within a member goes with it."""

    state: str
    reason: str
    patterns: tuple

    @property
    def verdict(self):
        return Verdict(self.state, self.reason)


def verdicts(members, found, remarks):
    """The verdict on each member, by place, and what is wrong with the remarks."""
    faults = []
    direct = {}  # places that a pattern names, and its remark
    for remark in remarks:
        for pattern in remark.patterns:
            named = [member.place for member in members if is_match(pattern, member)]
            if not named:
                faults.append(f"{pattern} is remarked on, and there is no such member of what is served")
            direct |= {place: remark for place in named if place not in direct}
    judged = {}
    for member in members:
        remark = next((direct[place] for place in (*member.holders, member.place) if place in direct), None)
        state = found[member.place]
        judged[member.place] = remark.verdict if remark else Verdict(state)
        if remark is None and state != SERVED:
            faults.append(f"{member} is {state}, and no remark says why")
        elif remark and state not in FOUND_FOR_REMARK[remark.state]:
            faults.append(f"{member} is remarked on as '{remark.state}' and is {state}: {remark.reason}")
    return judged, faults


def is_match(pattern, member):
    parts = map(re.escape, pattern.split("*"))
    return re.fullmatch(".*".join(parts), f"{member.root}.{path_text(member.path)}") is not None


def operation_faults(served, operations, later):
    """Where the list of later operations, by topic, is not what is left besides the served ones."""
    listed = [name for names in later.values() for name in names]
    faults = [f"{name} is neither served nor listed" for name in operations if name not in (*served, *listed)]
    faults += [f"{name} is listed as later work and is served" for name in listed if name in served]
    faults += [f"{name} is listed as later work and is not in the model" for name in listed if name not in operations]
    return faults + [f"{name} is listed twice" for name in sorted({name for name in listed if listed.count(name) > 1})]
