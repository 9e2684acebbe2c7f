#!/bin/sh
# Every night, in a clone of the default branch: a fresh snapshot of Mautic, pushed to a branch of its own when something has changed.
#   15 3 * * *  cd /srv/privacy && git pull --quiet --ff-only && ./nightly.sh
# The login stands in the environment (MAUTIC_CLIENT_ID, and MAUTIC_CLIENT_SECRET_FILE with the path of a file that holds the secret);
# git pushes as it does by hand. Prints what changed, for the mail of cron, and nothing when nothing did. Nothing stays changed in the clone.
#   nightly.sh [SNAPSHOT] [BRANCH]
set -eu
snapshot=${1:-privacy/mautic.snapshot.json}
branch=${2:-purposelint/snapshot}

# The line of its time does not count, but on the first of a month: a snapshot of more than 90 days is no longer believed.
same() { [ "$(date +%d)" != 01 ] && [ -z "$(git diff --cached -I '"made":' "$@" -- "$snapshot")" ]; }
# The branch is left over from before: its snapshot is, or was, that of here.
merged() { [ -n "$(git log -1 --format=%h --find-object="$(git rev-parse "FETCH_HEAD:./$snapshot")" HEAD)" ]; }
# Somebody has pushed more to the branch than the snapshot.
shared() { ! git diff --quiet HEAD...FETCH_HEAD -- :/ ":(exclude)$snapshot"; }

changes=$(mktemp)
tidy() {
  rm -f "$changes"
  git reset --quiet
  git checkout --quiet -- "$snapshot" 2> /dev/null || rm -f -- "$snapshot"
}
trap tidy EXIT

npm ci --ignore-scripts --silent
npx --no -- purposelint pull --diff --format markdown > "$changes"
git add -- "$snapshot"
if same; then exit 0; fi
parent=HEAD tip=''
if git fetch --quiet origin "$branch" 2> /dev/null && tip=$(git rev-parse FETCH_HEAD) && ! merged; then
  if same FETCH_HEAD; then exit 0; fi
  if shared; then parent=FETCH_HEAD; fi
fi
git read-tree "$parent"
git add -- "$snapshot"
commit=$(git commit-tree "$(git write-tree)" -p "$parent" -m 'Snapshot of Mautic')
git push --quiet --force-with-lease="$branch:$tip" origin "$commit:refs/heads/$branch" # refused when somebody has pushed since the fetch
cat "$changes"
echo "Pushed to the branch $branch: open a pull request from it."
