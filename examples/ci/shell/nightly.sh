#!/bin/sh
# Every night, in a clone of the default branch: a fresh snapshot of Mautic, pushed to a branch of its own when something has changed.
#   15 3 * * *  cd /srv/privacy && git pull --quiet --ff-only && ./nightly.sh
# The login stands in the environment (MAUTIC_CLIENT_ID, and MAUTIC_CLIENT_SECRET_FILE with the path of a file that holds the secret);
# git pushes as it does by hand. Prints what changed, for the mail of cron, and nothing when nothing did. Nothing stays changed in the clone.
#   nightly.sh [SNAPSHOT] [BRANCH]
set -eu
snapshot=${1:-privacy/mautic.snapshot.json}
branch=${2:-purposelint/snapshot}

same() { [ -z "$(git diff --cached -I '"made":' "$@" -- "$snapshot")" ]; } # the line of its time does not count

changes=$(mktemp)
tidy() {
  rm -f "$changes"
  git reset --quiet -- "$snapshot"
  git checkout --quiet -- "$snapshot" 2> /dev/null || rm -f -- "$snapshot"
}
trap tidy EXIT

npm ci --ignore-scripts --silent
npx --no -- purposelint pull --diff --format markdown > "$changes"
git add -- "$snapshot"
# On the first of a month also when only the time has changed: a snapshot of more than 90 days is no longer believed.
if [ "$(date +%d)" != 01 ] && same; then exit 0; fi
if git fetch --quiet origin "$branch" 2> /dev/null && same FETCH_HEAD; then exit 0; fi
commit=$(git commit-tree "$(git write-tree)" -p HEAD -m 'Snapshot of Mautic')
git push --quiet --force origin "$commit:refs/heads/$branch"
cat "$changes"
echo "Pushed to the branch $branch: open a pull request from it."
