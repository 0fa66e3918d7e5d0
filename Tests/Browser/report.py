"""Collects what held and what did not, group by group."""


class Report:
    def __init__(self):
        self.groups = {}

    def expect(self, group, holds, words):
        """Counts one expectation; `words` say what is wrong when it does not hold."""
        counted = self.groups.setdefault(group, [0, []])
        counted[0] += 1
        if not holds:
            counted[1].append(words)

    @property
    def failures(self):
        return sum(len(failed) for _, failed in self.groups.values())

    def print(self, group):
        """One line for the group, and one for each of the first failures."""
        count, failed = self.groups.get(group, [0, ["nothing was looked at"]])
        if count == 0:
            self.groups[group] = [0, failed]
        print(f"{'FAIL' if failed else 'ok  '}  {group:20} {count - len(failed)} of {count}", flush=True)
        for words in failed[:8]:
            print(f"        {words}", flush=True)
        if len(failed) > 8:
            print(f"        and {len(failed) - 8} more", flush=True)
