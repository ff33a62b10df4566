"""One side of the API, requests or answers, made ready to be written down: what is shared by many is described once."""

from collections import Counter

from Coverage.members import ATTRIBUTE_VALUE, ELEMENT, innermost, is_sign
from Coverage.verdicts import SERVED, Verdict

# A structure with at least so many members, used in more than one place, is shared.
SHARED_FROM = 5
PLAIN = Verdict(SERVED)


class Side:
    """The members of requests, or of answers and errors, with the verdicts on them.

    A member of a shared structure counts as served if it is so in any place of use; places where it is not tell so.
    """

    def __init__(self, shapes, members, verdicts):
        self.shapes = dict(shapes)
        self.members = {member.place: member for member in members}
        self.verdicts = dict(verdicts)
        self.shared = []
        for structure, places, owners in self.uses():
            below = self.united(places)
            if structure.name == ATTRIBUTE_VALUE or (len(owners) > 1 and len(below) >= SHARED_FROM):
                self.shared.append(structure.name)
                self.shapes[structure.name] = structure
                self.verdicts |= {(structure.name, path): verdict for path, verdict in below.items()}

    def uses(self):
        """Each structure in use, the places from which its members go on, and of which members it is the shape."""
        uses = {}
        served = [member for place, member in self.members.items() if self.verdicts[place] == PLAIN]
        starts = [(shape, (root, ()), ()) for root, shape in self.shapes.items()]
        starts += [(member.shape, member.place, [f"{member.owner.name}.{member.path[-1]}"]) for member in served]
        for shape, (root, path), owner in starts:
            inner, signs = innermost(shape)
            if inner.type_name == "structure":
                _, places, owners = uses.setdefault(inner.name, (inner, [], set()))
                places.append((root, (*path, *signs)))
                owners.update(owner)
        return [uses[name] for name in sorted(uses)]

    def united(self, places):
        """The verdict on each member below these places, by the way from there: served, or else the commonest."""
        below = {}
        for root, start in places:
            for other, path in self.members:
                if other == root and len(path) > len(start) and path[: len(start)] == start:
                    below.setdefault(path[len(start) :], Counter())[self.verdicts[other, path]] += 1
        return {way: PLAIN if PLAIN in counts else counts.most_common(1)[0][0] for way, counts in below.items()}

    def count(self, root):
        """How many of the members below a root are served, attribute values apart."""
        places = [place for place, member in self.members.items() if member.owner.name != ATTRIBUTE_VALUE]
        verdicts = [self.verdicts[place] for place in places if place[0] == root]
        return f"{verdicts.count(PLAIN)} of {len(verdicts)}"

    def outline(self, root):
        """The served members below a root: texts, with what they consist of in brackets."""
        return self.parts(self.shapes[root], root, ())

    def parts(self, shape, root, path):
        structure, signs = innermost(shape)
        texts = []
        for name, member in structure.members.items():
            place = (*path, *signs, name)
            if self.verdicts.get((root, place)) == PLAIN:
                texts.append(self.part(name, member, root, place))
        return texts

    def part(self, name, shape, root, path):
        inner, signs = innermost(shape)
        text = f"`{name}{''.join(signs)}`"
        if inner.name in self.shared:
            return f"{text}: {inner.name}"
        below = self.parts(shape, root, path) if inner.type_name == "structure" else []
        return f"{text} ({', '.join(below)})" if below else text

    def exceptions(self, root):
        """The members below a root that are not simply served: their paths and the verdicts.

        A member that goes with the one around it is left out, and so is what a shared structure already tells.
        """
        return [
            (path, verdict)
            for (other, path), verdict in self.verdicts.items()
            if other == root and verdict not in (self.expected(root, path), self.around(root, path))
        ]

    def expected(self, root, path):
        """The verdict that the outermost shared structure around a member tells, or that it is served."""
        shape = self.shapes[root]
        for position, step in enumerate(path[:-1]):
            shape = child(shape, step)
            if shape.name in self.shared and shape.type_name == "structure":
                return self.verdicts[shape.name, path[position + 1 :]]
        return PLAIN

    def around(self, root, path):
        """The verdict on the member that another stands in."""
        end = len(path) - 1
        while end and is_sign(path[end - 1]):
            end -= 1
        return self.verdicts[root, path[:end]] if end else PLAIN


def child(shape, step):
    if is_sign(step):
        return shape.member if step == ELEMENT else shape.value
    return shape.members[step]
