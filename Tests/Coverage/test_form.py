"""The survey itself: probes, remarks and what the page makes of them, on a small model of a service."""

import pytest
from botocore.model import ServiceModel

from Coverage.members import Member, Service, members_within, path_text
from Coverage.page import grouped
from Coverage.probes import Prober, body_with, placed, samples
from Coverage.recorder import Recorder
from Coverage.side import Side
from Coverage.verdicts import ABSENT, IGNORED, KEPT, MISSING, NO_EFFECT, REFUSED, SERVED, UNSEEN
from Coverage.verdicts import Remark, Verdict, operation_faults, verdicts
from harness.server import Server
from harness.wire import Connection

MODEL = ServiceModel(
    {
        "metadata": {},
        "operations": {},
        "shapes": {
            "Text": {"type": "string"},
            "Flag": {"type": "boolean"},
            "Colour": {"type": "string", "enum": ["GREY", "RED"]},
            "Toys": {"type": "list", "member": {"shape": "Toy"}},
            "Toy": {
                "type": "structure",
                "required": ["Name"],
                "members": {"Name": {"shape": "Text"}, "Colour": {"shape": "Colour"}, "Parts": {"shape": "ToysByName"}},
            },
            "ToysByName": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Toy"}},
            "Cat": {
                "type": "structure",
                "members": {"Name": {"shape": "Text"}, "Toys": {"shape": "Toys"}, "Loved": {"shape": "Toy"}},
            },
        },
    }
)
CAT = MODEL.shape_for("Cat")
MEMBERS = members_within(CAT, "Buy")


@pytest.fixture(scope="module")
def prober():
    with Server() as server, Connection(server.url) as connection:
        yield Prober(connection, Service())


def member(operation, *path, shape="Text"):
    return Member(operation, path, MODEL.shape_for(shape), CAT)


def found(states):
    """What is found of each member, by place: what is said of it or of what it stands in, or that it is served."""
    texts = {member.place: path_text(member.path) for member in MEMBERS}
    said = {place: [states[start] for start in states if text.startswith(start)] for place, text in texts.items()}
    return {place: found[0] if found else SERVED for place, found in said.items()}


@pytest.mark.parametrize(
    "options, paths",
    [
        ({"leaves": ("Toy",)}, ["Name", "Toys", "Loved"]),
        (
            {},
            [
                "Name",
                *("Toys", "Toys[].Name", "Toys[].Colour", "Toys[].Parts"),
                *("Loved", "Loved.Name", "Loved.Colour", "Loved.Parts"),
            ],
        ),
    ],
)
def test_members(options, paths):
    assert [path_text(member.path) for member in members_within(CAT, "Buy", **options)] == paths


def test_members_of_a_shape_within_itself():
    nested = [path_text(member.path) for member in members_within(CAT, "Buy", nestings=1) if member not in MEMBERS]

    assert nested == [f"{toy}.Parts{{}}.{part}" for toy in ("Toys[]", "Loved") for part in ("Name", "Colour", "Parts")]


def test_holders():
    name = member("Buy", "Toys", "[]", "Parts", "{}", "Name")

    assert name.holders == [("Buy", ("Toys",)), ("Buy", ("Toys", "[]", "Parts"))]


def test_bodies():
    path = ("Toys", "[]", "Parts", "{}", "Colour")

    assert body_with(path, 5) == {"Toys": [{"Parts": {"key": {"Colour": 5}}}]}
    parts = {"key": {"Name": "AAAA", "Colour": "RED"}}
    assert placed({}, CAT, path, "RED") == {"Toys": [{"Name": "AAAA", "Parts": parts}]}
    assert placed({"Toys": [{"Name": "ball"}, {}]}, CAT, ("Toys", "[]", "Colour"), "RED") == {
        "Toys": [{"Name": "ball", "Colour": "RED"}, {}]
    }
    assert [*samples(MODEL.shape_for("Colour")), *samples(MODEL.shape_for("Flag"))] == ["GREY", "RED", True, False]


def test_probes_tell_what_is_known_from_what_is_not(prober):
    assert prober.is_served("PutItem") and not prober.is_served("PutCat")
    assert prober.is_read(member("PutItem", "TableName"))
    assert prober.is_read(member("PutItem", "Item", "{}", "L", "[]", "S"))
    assert not prober.is_read(member("PutItem", "CatName"))
    assert not prober.is_read(member("BatchGetItem", "RequestItems", "{}", "CatName"))


def test_recorder_notes_members_and_what_is_not_in_the_model():
    recorder = Recorder(None, None)

    recorder.note({"Toys": [{"Name": 5, "Colour": "BLUE", "Price": 1}], "Loved": {}}, CAT, "Buy", ())

    paths = {path_text(path) for _, path in recorder.seen}
    assert paths == {"Toys", "Toys[].Name", "Toys[].Colour", "Loved"}
    assert recorder.faults == [
        "Buy.Toys[].Name is to be of the type string and is 5",
        "Buy.Toys[].Colour is to be of the type string and is 'BLUE'",
        "Buy.Toys[].Price is not in the model",
    ]


@pytest.mark.parametrize(
    "states, remark, faults",
    [
        ({"Toys": REFUSED}, (REFUSED, "Buy.Toys"), []),
        ({"Name": IGNORED}, (MISSING, "Buy.Name"), []),
        ({"Name": IGNORED}, (NO_EFFECT, "Buy.Name"), []),
        ({"Name": SERVED}, (KEPT, "Buy.Name"), []),
        ({"Loved.Name": UNSEEN}, (ABSENT, "*Loved.Na*"), []),
        ({"Toys[].Name": UNSEEN}, (ABSENT, "*.Toys[].Name"), []),
        ({"Name": REFUSED}, (NO_EFFECT, "Buy.Name"), ["Buy.Name is remarked on as 'no effect' and is refused"]),
        ({"Name": IGNORED}, (KEPT, "Buy.Name"), ["Buy.Name is remarked on as 'kept' and is ignored"]),
        ({"Name": SERVED}, (REFUSED, "Buy.Name"), ["Buy.Name is remarked on as 'refused' and is served"]),
        ({}, (REFUSED, "Buy.Nme"), ["Buy.Nme is remarked on, and there is no such member of what is served"]),
        (
            {"Name": UNSEEN, "Loved.Name": UNSEEN},
            (MISSING, "Buy.Name"),
            ["Buy.Loved.Name is unseen, and no remark says why"],
        ),
    ],
)
def test_remarks_are_held_to_what_is_found(states, remark, faults):
    state, pattern = remark

    _, actual = verdicts(MEMBERS, found(states), [Remark(state, "", (pattern,))])

    assert [fault.removesuffix(": ") for fault in actual] == faults


def test_what_is_within_a_member_goes_with_it():
    remarks = [Remark(MISSING, "later", ("Buy.Toys", "Buy.Name")), Remark(MISSING, "never", ("*.Colour",))]

    judged, _ = verdicts(MEMBERS, found({"Toys": IGNORED, "Name": IGNORED, "Loved.Colour": IGNORED}), remarks)

    assert judged["Buy", ("Toys", "[]", "Colour")] == (MISSING, "later")
    assert judged["Buy", ("Loved", "Colour")] == (MISSING, "never")
    assert judged["Buy", ("Loved", "Name")] == (SERVED, "")
    side = Side({"Buy": CAT}, MEMBERS, judged)
    assert side.outline("Buy") == ["`Loved` (`Name`, `Parts{}`)"]
    assert side.count("Buy") == "3 of 9"
    rows = grouped(side.exceptions("Buy"))
    assert rows == [("`Name`, `Toys`", MISSING, "later"), ("`Loved.Colour`", MISSING, "never")]


def test_lists_of_later_operations_are_held_to_what_is_served():
    later = {"plays": ["Play", "Buy", "Sleep"], "food": ["Eat", "Play"]}

    faults = operation_faults(["Buy"], ["Buy", "Eat", "Play", "Purr"], later)

    assert sorted(faults) == [
        "Buy is listed as later work and is served",
        "Play is listed twice",
        "Purr is neither served nor listed",
        "Sleep is listed as later work and is not in the model",
    ]


def test_a_structure_used_in_many_places_is_told_once(monkeypatch):
    monkeypatch.setattr("Coverage.side.SHARED_FROM", 3)
    judged = {member.place: Verdict(SERVED) for member in MEMBERS} | {("Buy", ("Loved", "Colour")): Verdict(MISSING)}

    side = Side({"Buy": CAT}, MEMBERS, judged)

    assert side.shared == ["Toy"]
    assert side.outline("Buy") == ["`Name`", "`Toys[]`: Toy", "`Loved`: Toy"]
    assert side.exceptions("Buy") == [(("Loved", "Colour"), (MISSING, ""))]
    assert side.outline("Toy") == ["`Name`", "`Colour`", "`Parts{}`: Toy"]
    assert side.exceptions("Toy") == []
