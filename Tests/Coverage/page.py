"""The text of docs/coverage.md."""

import textwrap

from Coverage.members import path_text

WIDTH = 120
TITLE = """\
# Coverage of the API

What apus serves of the API of DynamoDB, as botocore {version} models it: {served} of {all} operations, and which
members of their requests and answers. `Tests/Coverage` makes this page by asking the built server: `script/test` fails
where the page is no longer true, and `script/test --rewrite-coverage` makes it anew. It is not edited by hand; the
reasons stand in `Tests/Coverage/remarks.py`.

| State | Of a member of requests | Of a member of answers and errors |
|---|---|---|
| served | is read: a value of a wrong type is noticed | was seen in an answer |
| kept | is checked and told again, and changes nothing else | |
| refused | is refused with a ValidationException that says that apus does not serve it | |
| no effect | is ignored, on purpose | |
| missing | is ignored, until later work brings it | is not told, until later work brings it |
| absent | | is not told, on purpose |

In a path, `[]` is any element of a list and `{{}}` any value of a map. What is within a member that is not served goes
with it. A name behind a colon is that of a structure used in many places, told at the end of this page.
"""


class Page:
    """What the page tells: the operations, by topic where they come later, and the two sides of those served."""

    def __init__(self, service, later, requests, answers):
        self.service = service
        self.topics = {name: topic for topic, names in later.items() for name in names}
        self.served = [name for name in service.operations if name not in self.topics]
        self.requests = requests
        self.answers = answers

    def text(self):
        counts = {"served": len(self.served), "all": len(self.service.operations)}
        lines = [TITLE.format(version=self.service.version, **counts), "## Operations", "", *self.operation_rows()]
        for name in self.served:
            lines += ["", f"## {name}", "", *self.operation(name)]
        lines += ["", "## Errors", "", *self.errors()]
        for side, where in ((self.requests, "requests"), (self.answers, "answers")):
            for name in side.shared:
                lines += ["", f"## {name} in {where}", "", *sentence("Served", side.outline(name))]
                lines += table(("Members", "State", "Reason"), grouped(side.exceptions(name)))
        return "\n".join(lines) + "\n"

    def operation_rows(self):
        """All operations, with how many of the members of requests and answers are served."""
        rows = []
        for name in self.service.operations:
            if name in self.topics:
                rows.append((name, f"later: {self.topics[name]}", "", ""))
            else:
                rows.append((name, "served", self.requests.count(name), self.answers.count(name)))
        return table(("Operation", "State", "Members of requests", "Members of answers"), rows)[1:]

    def operation(self, name):
        lines = []
        rows = []
        for side, title in ((self.requests, "Request"), (self.answers, "Answer")):
            if name in side.shapes:
                lines += sentence(title, side.outline(name))
                rows += [(title.lower(), *row) for row in grouped(side.exceptions(name))]
        return lines + table(("In the", "Members", "State", "Reason"), rows)

    def errors(self):
        """The errors that served operations have in the model."""
        served, rows = [], []
        for name in self.service.error_shapes(self.served):
            outline = self.answers.outline(name)
            if outline:
                served.append(f"`{name}` ({', '.join(outline)})")
                rows += [(f"`{name}.{path_text(path)}`", *verdict) for path, verdict in self.answers.exceptions(name)]
            else:
                rows.append((f"`{name}`", *self.answers.exceptions(name)[0][1]))
        return sentence("Served", served) + table(("Error", "State", "Reason"), rows)


def sentence(title, parts):
    """An item of a list, in lines."""
    text = f"- {title}: {', '.join(parts) or 'no members'}."
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def grouped(exceptions):
    """Rows of members with one verdict, its state and its reason."""
    groups = {}
    for path, verdict in exceptions:
        groups.setdefault(verdict, []).append(f"`{path_text(path)}`")
    return [(", ".join(members), *verdict) for verdict, members in groups.items()]


def table(heads, rows):
    """The lines of a table, after an empty one; none where it has no rows."""
    if not rows:
        return []
    return ["", row_text(heads), "|---" * len(heads) + "|", *map(row_text, rows)]


def row_text(cells):
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"
