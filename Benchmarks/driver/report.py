"""The result as an aligned table; the machine-readable form is the same dictionary as JSON."""

HEADERS = ["figure", "apus", "yardstick", "ratio", "goal", "", "CPU µs", "p50 ms", "p99 ms"]


def mark(reached):
    return "met" if reached else "MISSED"


def row_cells(row):
    cells = [
        row["name"],
        f"{row['per_second']:,.0f} {row['unit']}",
        f"{row['yardstick_per_second']:,.0f} {row['yardstick']}",
        f"{row['ratio']:.2f}",
        f"≥ {row['goal']:.2f}",
        mark(row["reached"]),
        f"{row['cpu_microseconds_per_request']:.1f}",
        f"{row['p50_ms']:.2f}",
        f"{row['p99_ms']:.2f}",
    ]
    if row["failures"]:
        cells[0] += f" ({row['failures']} failed)"
    return cells


def figure_cells(figure):
    goal = "" if figure["goal"] is None else f"{figure['sign']} {figure['goal']:g} {figure['unit']}".rstrip()
    verdict = "" if figure["goal"] is None else mark(figure["reached"])
    value = f"{figure['value']:,.2f}" if abs(figure["value"]) < 100 else f"{figure['value']:,.0f}"
    return [figure["name"], f"{value} {figure['unit']}".rstrip(), "", "", goal, verdict, "", "", ""]


def table(result):
    """All rows under their headings; the first column stands left, the others right."""
    cells = [HEADERS]
    cells += [row_cells(row) for row in result["rows"]]
    cells += [figure_cells(figure) for figure in result["figures"]]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADERS))]
    lines = []
    for line in cells:
        first = line[0].ljust(widths[0])
        rest = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))
        lines.append("  ".join([first, *rest]).rstrip())
    lines.insert(1, "-" * max(len(line) for line in lines))
    return "\n".join(lines)
