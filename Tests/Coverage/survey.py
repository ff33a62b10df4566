"""All that is found about apus: what it serves, what is wrong with the remarks, and the page that tells of it."""

from Coverage.members import Service, answer_members, request_members
from Coverage.page import Page
from Coverage.plain_requests import PLAIN_REQUESTS
from Coverage.probes import Prober
from Coverage.recorder import Recorder
from Coverage.remarks import ANSWERS, LATER_OPERATIONS, REQUESTS
from Coverage.scenario import play
from Coverage.side import Side
from Coverage.verdicts import SERVED, UNSEEN, operation_faults, verdicts


class Survey:
    """Sends probes to one server, and plays the scenario to another, which runs with the scenario's options."""

    def __init__(self, probes, play):
        self.service = Service()
        prober = Prober(probes, self.service)
        self.served = [name for name in self.service.operations if prober.is_served(name)]
        self.faults = operation_faults(self.served, self.service.operations, LATER_OPERATIONS)
        unknown = [name for name in self.served if name not in PLAIN_REQUESTS]
        self.faults += [f"{name} has no request in plain_requests.py" for name in unknown]
        self.asked = [name for name in self.served if name in PLAIN_REQUESTS]
        self.requests = self.side_of_requests(prober)
        self.answers = self.side_of_answers(play)

    def side_of_requests(self, prober):
        for name in self.asked:
            answer = prober.answer_in_new_region(name, PLAIN_REQUESTS[name])
            if answer.status != 200:
                self.faults.append(f"the request for {name} in plain_requests.py gets {answer.body}")
        shapes = self.service.requests(self.asked)
        members = request_members(shapes)
        return self.judged(shapes, members, prober.findings(members), REQUESTS)

    def side_of_answers(self, connection):
        recorder = Recorder(self.service, connection)
        play(recorder)
        self.faults += recorder.faults
        shapes = self.service.answers(self.asked)
        members = answer_members(shapes)
        found = {member.place: SERVED if member.place in recorder.seen else UNSEEN for member in members}
        return self.judged(shapes, members, found, ANSWERS)

    def judged(self, shapes, members, found, remarks):
        judged, faults = verdicts(members, found, remarks)
        self.faults += faults
        return Side(shapes, members, judged)

    def page(self):
        return Page(self.service, LATER_OPERATIONS, self.requests, self.answers).text()
