"""Reads the address of a feed from each line, as a reader of feeds does that keeps what it has seen and asks only for
what is new (feedparser, https://pypi.org/project/feedparser/); tells what it saw, and at the end all that was odd."""

import collections
import re
import sys

import feedparser

etag = modified = None
updated = {}
updates = collections.Counter()
statuses = collections.Counter()
odd = []
for line in sys.stdin:
    feed = feedparser.parse(line.strip(), etag=etag, modified=modified)
    status = feed.get("status", 0)
    statuses[status] += 1
    if status == 200:
        etag, modified = feed.get("etag"), feed.get("modified")
    elif status != 304:
        odd.append("status %d" % status)
    if feed.get("bozo"):
        odd.append(str(feed.bozo_exception))
    new = changed = 0
    ids = [entry.id for entry in feed.entries]
    titles = [entry.title for entry in feed.entries]
    odd += ["twice: " + each for each in {one for one in ids + titles if (ids + titles).count(one) > 1}]
    for entry in feed.entries:
        if entry.id not in updated:
            new += 1
        elif updated[entry.id] != entry.updated:
            changed += 1
            updates[re.sub(".*-", "", entry.id)] += 1
        updated[entry.id] = entry.updated
    print("%d, %d entries, %d never seen before, %d updated" % (status, len(ids), new, changed), flush=True)
print("statuses %s; %d entries seen; odd: %s" % (dict(statuses), len(updated), odd or "nothing"))
print("updates {%s}" % ", ".join("%s=%d" % one for one in sorted(updates.items())))
