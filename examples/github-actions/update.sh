#!/usr/bin/env bash
# The parts of the nightly job around a run: update.sh resume | keep | publish | self-check
#
#   OUT       folder that the run writes to, in this repository (default: prices)
#   BOUND     beyond which a change is proposed, not committed (default: price>20%)
#   BRANCH    of the proposal (default: prices/next)
#   RATECARD  the program (default: ratecard)
#   GH        GitHub's program (default: gh)
set -euo pipefail

out=${OUT:-prices}
bound=${BOUND:-price>20%}
branch=${BRANCH:-prices/next}
# A command with arguments is split into words.
ratecard() { ${RATECARD:-ratecard} "$@"; }
github() { ${GH:-gh} "$@"; }

fail() {
  echo "update.sh: $1" >&2
  exit 1
}

is_proposed() { [ -n "$(github pr list --head "$branch" --state open --json number --jq '.[].number')" ]; }

# A proposal that is not merged yet goes on, with its price history; the next run is laid over it.
resume() {
  is_proposed || return 0
  git fetch --quiet origin "$branch"
  git restore --source FETCH_HEAD --worktree -- "$out"
}

commit() {
  git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    commit --quiet --message "Prices of $(date -u +%F)"
}

# What the run wrote becomes a commit, or a proposal where the bound is not kept.
keep() {
  # The answers that the files were read from are other bytes each night: who wants `verify` keeps them in a cache.
  git add --all -- "$out" ":(exclude)$out/exports" ":(exclude)$out/bodies" ":(exclude)$out/report.html"
  # The manifest and the readings are others after each run.
  if git diff --cached --quiet -- "$out" ":(exclude)$out/run.json" ":(exclude)$out/baselines.json" && [ "$(held HEAD)" = "$(held)" ]; then
    is_as_committed || fail 'the table changed, and would not be committed'
    withdraw
    git restore --staged --worktree -- "$out"
    echo 'Nothing changed.'
    return
  fi
  local wanted kept
  wanted=$(git write-tree --prefix="$out/")
  if is_within; then
    commit
    git push --quiet
    withdraw
    kept=HEAD
    echo "Committed: $(git rev-parse --short HEAD)"
  else
    propose
    kept=$branch
    echo "Proposed: $branch"
  fi
  [ "$(git rev-parse "$kept:$out")" = "$wanted" ] || fail 'what the run wrote was not committed'
}

# Prices that a run kept back because they moved too far: the next run takes them, if it knows of them.
held() {
  { git show "${1:-}:$out/baselines.json" 2> /dev/null || echo '{}'; } |
    node -p 'JSON.stringify(Object.entries(JSON.parse(fs.readFileSync(0, "utf8"))).map(([id, { held = [] }]) => [id, ...held].join()).filter((one) => one.includes(",")))'
}

# Asked in another way than whether something changed, for one of the two may be wrong.
is_as_committed() {
  [ "$(git write-tree --prefix="$out/providers-enriched/")" = "$(git rev-parse "HEAD:$out/providers-enriched")" ]
}

# Whether no change is beyond the bound. What changed is written to $changes.
is_within() {
  changes=$(mktemp)
  # The first table is no change.
  git rev-parse --quiet --verify "HEAD:$out" > /dev/null || return 0
  # Fails where the two can't be compared: after it, 1 says that the bound is not kept.
  ratecard diff HEAD --out "$out" --markdown > "$changes" || fail 'the tables could not be compared'
  local code=0
  ratecard diff HEAD --out "$out" --fail-on "$bound" > /dev/null || code=$?
  [ "$code" -le 1 ] || fail "diff ended with $code"
  return "$code"
}

propose() {
  local base
  base=$(git branch --show-current)
  git switch --quiet --force-create "$branch"
  commit
  git push --quiet --force origin "$branch"
  # GitHub takes 65536 characters.
  local body
  body=$(mktemp)
  head -c 60000 "$changes" > "$body"
  if is_proposed; then
    github pr edit "$branch" --body-file "$body"
  else
    github pr create --base "$base" --head "$branch" --title "Prices that moved: $bound" --body-file "$body"
  fi
  git switch --quiet "$base"
}

# A proposal that the prices went back on would be taken up again by the next run.
withdraw() {
  ! is_proposed || github pr close "$branch" --delete-branch --comment 'The prices are within the bound again.'
}

# The table of the main branch in all formats, as a release: whatever night it came to be there, by a commit or by a merge.
publish() {
  local last tag files file
  last=$(git log -1 --format=%H -- "$out")
  [ -n "$last" ] || fail "no commit has a table in $out"
  tag=prices-$(git log -1 --format=%cs "$last")-${last:0:7}
  if github release view "$tag" > /dev/null 2>&1; then
    echo "Published before: $tag"
    return
  fi
  ratecard export --all --out "$out"
  files=$(mktemp -d)
  for file in "$out"/exports/*/*; do
    cp "$file" "$files/$(basename "$(dirname "$file")")-$(basename "$file")"
  done
  github release create "$tag" --target "$last" --title "$tag" --notes "The table of ${last:0:7}." "$files"/*
  echo "Published: $tag"
}

# In a repository made for it: a table that changed is committed, one that did not is not.
self_check() {
  local script scratch
  script=$(realpath "${BASH_SOURCE[0]}")
  scratch=$(mktemp -d)
  git init --quiet --bare "$scratch/origin"
  git clone --quiet "$scratch/origin" "$scratch/clone" 2> /dev/null
  (
    cd "$scratch/clone"
    export OUT=prices RATECARD=true GH=true
    mkdir -p prices/providers-enriched
    for price in 1 1 2; do
      echo "$price" > prices/providers-enriched/acme.json
      date +%N > prices/run.json
      bash "$script" keep > /dev/null
    done
    [ "$(git rev-list --count HEAD)" = 2 ] && [ "$(git show HEAD:prices/providers-enriched/acme.json)" = 2 ]
  ) || fail 'self-check: a table that changed was not committed once'
  rm -rf "$scratch"
  echo 'A changed table leads to a commit.'
}

case "${1:-}" in
  resume) resume ;;
  keep) keep ;;
  publish) publish ;;
  self-check) self_check ;;
  *) fail 'which part? resume, keep, publish or self-check' ;;
esac
