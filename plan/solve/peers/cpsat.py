"""Solves exported scheduling problems with CP-SAT of OR-Tools.

Reads problems from standard input, one JSON document a line (see peers.go for what it holds), and writes
an answer for each. The levels of the objective are minimised one after another, each with 60 % of the
seconds that are left, the last with all, and the first with all until there is a schedule; what is reached
at a level is kept from then on. Seconds count
solving alone: the time in which Python builds the model is given away.
"""

import argparse
import bisect
import json
import sys
import threading
import time

from ortools.sat.python import cp_model

SHARE = 0.6
UNPRICED, ANNOUNCED, LATE, FINISH, STARTS = 0, 1, 2, 4, 5
LATE_UNIT = 100


class Builder:
    """A problem as a CP-SAT model."""

    def __init__(self, problem):
        self.problem = problem
        self.model = cp_model.CpModel()
        self.literals = {}
        self.domains = problem["variables"]
        self.variables = [
            self.model.new_int_var_from_domain(cp_model.Domain.from_intervals(spans), f"v{i}")
            for i, spans in enumerate(self.domains)
        ]
        for task, position in enumerate(problem.get("fixed", [])):
            self.model.add(self.variables[task] == position)
        for task, position in enumerate(problem.get("hint", [])):
            self.model.add_hint(self.variables[task], position)
        for relation in problem["relations"] or []:
            self.relate(relation)
        for channel in problem["channels"] or []:
            self.relate(channel)
            self.cap(channel)
        for prompt in problem["prompts"] or []:
            self.prompt(prompt)
        for resource in problem["resources"] or []:
            self.cumulative(resource)

    def at_least(self, v, value):
        """The literal of [v >= value]: a number where it is decided."""
        spans = self.domains[v]
        if value <= spans[0][0]:
            return 1
        if value > spans[-1][1]:
            return 0
        key = (v, value)
        if key not in self.literals:
            literal = self.model.new_bool_var("")
            self.model.add(self.variables[v] >= value).only_enforce_if(literal)
            self.model.add(self.variables[v] < value).only_enforce_if(~literal)
            self.literals[key] = literal
        return self.literals[key]

    def less(self, v, value):
        literal = self.at_least(v, value)
        return 1 - literal if isinstance(literal, int) else ~literal

    def enforce(self, literal, constraint):
        """Adds a constraint that holds if a literal does; constraint makes it."""
        if isinstance(literal, int):
            if literal:
                self.model.add(constraint)
            return
        self.model.add(constraint).only_enforce_if(literal)

    def relate(self, relation):
        origin, target = relation["from"], relation["to"]
        a, b = self.variables[origin], self.variables[target]
        for at, by in relation.get("rise", []):
            self.enforce(self.at_least(origin, at), b >= a + by)
        for until, by in relation.get("fall", []):
            self.enforce(self.less(target, until + 1), a <= b + by)
        for at, value in relation.get("step", []):
            self.imply(self.at_least(origin, at), self.at_least(target, value))

    def imply(self, if_literal, then_literal):
        self.model.add_bool_or([self.negated(if_literal), then_literal])

    @staticmethod
    def negated(literal):
        return 1 - literal if isinstance(literal, int) else ~literal

    def cap(self, channel):
        a, b = self.variables[channel["from"]], self.variables[channel["to"]]
        for at, by in channel.get("cap", []):
            self.enforce(self.at_least(channel["from"], at), b <= a + by)
        for until, most in channel.get("lid", []):
            self.imply(self.less(channel["from"], until + 1), self.less(channel["to"], most + 1))

    def prompt(self, prompt):
        values = [prompt["floor"]]
        for table in prompt["tables"] or []:
            v = table["of"]
            result = self.model.new_int_var(min(table["values"]), max(table["values"]), "")
            self.model.add_element(self.variables[v] - self.domains[v][0][0], table["values"], result)
            values.append(result)
        self.model.add_max_equality(self.variables[prompt["task"]], values)

    def cumulative(self, resource):
        intervals, demands = [], []
        for start, end, amount in resource["taken"] or []:
            intervals.append(self.model.new_fixed_size_interval_var(start, end - start, ""))
            demands.append(amount)
        for use in resource["uses"]:
            start = self.variables[use["start"]]
            if use["end"] < 0:
                interval = self.model.new_fixed_size_interval_var(start, use["days"], "")
            else:
                end = self.variables[use["end"]]
                spans = self.domains[use["end"]][-1][1] - self.domains[use["start"]][0][0]
                size = self.model.new_int_var(0, max(spans, 0), "")
                interval = self.model.new_interval_var(start, size, end, "")
            intervals.append(interval)
            demands.append(use["amount"])
        self.model.add_cumulative(intervals, demands, resource["capacity"])

    def objective(self, level):
        """The terms of a level as pairs of a variable and its coefficient."""
        if level == STARTS:
            return self.starts()
        terms = []
        for i, goal in enumerate(self.problem["goals"] or []):
            z = self.problem["tasks"] + i
            if level == FINISH and goal["finish"]:
                terms.append((self.variables[z], goal["finish"]))
            if level == ANNOUNCED:
                terms += self.late(z, goal["announced"], goal["weight"])
            if level == LATE:
                terms += self.late(z, goal["by"], goal["weight"] * LATE_UNIT)
        for entry in self.problem["entries"] or []:
            unpriced = entry["price"] < 0
            if unpriced and level == UNPRICED:
                terms.append((self.entered(entry), 1))
            if not unpriced and level == LATE and entry["price"]:
                terms.append((self.entered(entry), entry["price"]))
        return terms

    def late(self, z, due, weight):
        most = self.domains[z][-1][1]
        if due < 0 or due >= most or weight == 0:
            return []
        late = self.model.new_int_var(0, most - due, "")
        self.model.add(late >= self.variables[z] - due)
        return [(late, weight)]

    def entered(self, entry):
        entered = self.model.new_bool_var("")
        inside = [self.at_least(entry["task"], entry["from"]), self.less(entry["task"], entry["to"] + 1)]
        self.model.add_bool_or([self.negated(literal) for literal in inside] + [entered])
        return entered

    def starts(self):
        """The starts in days, which follow from positions week by week."""
        terms = []
        for task, calendar in enumerate(self.problem["calendar"]):
            v = self.variables[task]
            if calendar < 0:
                terms.append((v, 1))
                continue
            first, last = self.domains[task][0][0], self.domains[task][-1][1]
            pieces = [p for p in self.problem["calendars"][calendar] if p[0] <= last]
            while len(pieces) > 1 and pieces[1][0] <= first:
                pieces.pop(0)
            x = self.model.new_int_var(first, last + pieces[-1][1], "")
            for at, by in pieces:
                self.enforce(self.at_least(task, at), x >= v + by)
            terms.append((x, 1))
        return terms


class Reader:
    """Values schedules from scratch: what CP-SAT finds in a hurry may count goals later than they are."""

    def __init__(self, problem):
        self.problem = problem
        self.tasks = problem["tasks"]
        self.relations = [r for r in problem["relations"] or [] if r["to"] >= self.tasks]

    def goals(self, positions):
        """When the goals are reached: the least that the relations allow."""
        v = positions + [spans[0][0] for spans in self.problem["variables"][self.tasks :]]
        changed = True
        while changed:
            changed = False
            for relation in self.relations:
                to = self.least(relation, v[relation["from"]], v[relation["to"]])
                if to > v[relation["to"]]:
                    v[relation["to"]], changed = to, True
        return v[self.tasks : self.tasks + len(self.problem["goals"] or [])]

    @staticmethod
    def least(relation, origin, to):
        for at, by in relation.get("rise", []):
            if origin >= at:
                to = max(to, origin + by)
        for at, value in relation.get("step", []):
            if origin >= at:
                to = max(to, value)
        for until, by in relation.get("fall", []):
            if to <= until:
                to = max(to, min(until + 1, origin - by))
        return to

    def value(self, level, positions):
        if level == STARTS:
            return sum(self.day(task, v) for task, v in enumerate(positions))
        value = 0
        for goal, z in zip(self.problem["goals"] or [], self.goals(positions)):
            if level == FINISH:
                value += goal["finish"] * z
            if level == ANNOUNCED and goal["announced"] >= 0:
                value += goal["weight"] * max(0, z - goal["announced"])
            if level == LATE and goal["by"] >= 0:
                value += LATE_UNIT * goal["weight"] * max(0, z - goal["by"])
        for entry in self.problem["entries"] or []:
            if entry["from"] <= positions[entry["task"]] <= entry["to"]:
                value += self.price(level, entry["price"])
        return value

    @staticmethod
    def price(level, price):
        if level == UNPRICED:
            return 1 if price < 0 else 0
        return max(price, 0) if level == LATE else 0

    def day(self, task, v):
        calendar = self.problem["calendar"][task]
        if calendar < 0:
            return v
        pieces = self.problem["calendars"][calendar]
        return v + pieces[bisect.bisect_right(pieces, v, key=lambda piece: piece[0]) - 1][1]


def solve(problem, options):
    begun = time.perf_counter()
    builder = Builder(problem)
    if options.strategy == "earliest":
        tasks = builder.variables[: problem["tasks"]]
        builder.model.add_decision_strategy(tasks, cp_model.CHOOSE_LOWEST_MIN, cp_model.SELECT_MIN_VALUE)
    answer = {"positions": [], "stages": [], "seconds": 0.0, "building": 0.0}
    answer["building"] += time.perf_counter() - begun
    for level in [UNPRICED, ANNOUNCED, LATE, FINISH, STARTS]:
        begun = time.perf_counter()
        terms = builder.objective(level)
        answer["building"] += time.perf_counter() - begun
        if not terms and level != STARTS:
            continue
        left = options.seconds - answer["seconds"]
        if left <= 0.01 or not minimise(builder, level, terms, left, options, answer):
            break
    return answer


def minimise(builder, level, terms, left, options, answer):
    """Works on one level; false if nothing was found, so that there is no point in going on.

    Without a first schedule the time goes on, as long as there is any.
    """
    model = builder.model
    value = sum(coefficient * variable for variable, coefficient in terms)
    model.minimize(value)
    share = 1 if level == STARTS else SHARE
    stop = StopAfter(left * share)
    solver = cp_model.CpSolver()
    set_parameters(solver.parameters, options)
    solver.parameters.max_time_in_seconds = left
    stop.solver = solver
    status = solver.solve(model, stop)
    stop.cancel()
    answer["seconds"] += solver.wall_time
    stage = {"level": level, "status": solver.status_name(status), "value": 0, "bound": 0}
    answer["stages"].append(stage)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return False
    positions = [solver.value(v) for v in builder.variables[: builder.problem["tasks"]]]
    stage["value"], stage["bound"] = Reader(builder.problem).value(level, positions), solver.best_objective_bound
    answer["positions"] = positions
    model.clear_objective()
    if terms:
        model.add(value <= stage["value"])
    model.clear_hints()
    for i, hinted in enumerate(solver.response_proto.solution):
        model.add_hint(model.get_int_var_from_proto_index(i), hinted)
    return True


class StopAfter(cp_model.CpSolverSolutionCallback):
    """Ends a search after some seconds, but not before there is a schedule."""

    def __init__(self, seconds):
        super().__init__()
        self.found = False
        self.late = False
        self.solver = None
        self.timer = threading.Timer(seconds, self.end)
        self.timer.start()

    def end(self):
        self.late = True
        if self.found:
            self.solver.stop_search()

    def on_solution_callback(self):
        self.found = True
        if self.late:
            self.stop_search()

    def cancel(self):
        self.timer.cancel()


def set_parameters(parameters, options):
    """What was best for a few seconds: probing and symmetry would take most of the time there is."""
    parameters.num_workers = options.workers
    parameters.random_seed = options.seed
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.max_presolve_iterations = 1
    if options.strategy == "earliest":
        parameters.subsolvers.append("fixed")
        parameters.cp_model_presolve = False
        parameters.linearization_level = 0
    if options.strategy == "restarts":
        parameters.subsolvers.append("quick_restart_no_lp")
        parameters.linearization_level = 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--strategy",
        choices=["automatic", "earliest", "restarts"],
        default="automatic",
        help="how the main worker searches: by CP-SAT's own choice, what can start first as early as it can, "
        "or with quick restarts and no linear programming",
    )
    options = parser.parse_args()
    for line in sys.stdin:
        json.dump(solve(json.loads(line), options), sys.stdout)
        print(flush=True)


if __name__ == "__main__":
    main()
