#!/bin/sh
# Docker and its compose, as far as releases go: state in files under $DOCKER_STUB, one folder a container.
S=$DOCKER_STUB
echo "$*" >> "$S/calls"
fail() { echo "$2" >&2; exit "$1"; }

if [ -e "$S/fail" ]; then fail 1 "$(cat "$S/fail")"; fi
if [ -e "$S/hang" ]; then sleep 300 & echo $! > "$S/child"; wait; fi
if [ -e "$S/flood" ]; then head -c 9000000 /dev/zero | tr '\0' x; head -c 9000000 /dev/zero >&2; fi

field() { cat "$S/containers/$1/$2" 2> /dev/null || true; }

put() { # service image health
  mkdir -p "$S/containers/$1"
  n=$(( $(cat "$S/count" 2> /dev/null || echo 0) + 1 )); echo $n > "$S/count"
  printf '%s' "$(printf '%064d' $n)" > "$S/containers/$1/id"
  printf '%s' "$2" > "$S/containers/$1/image"
  printf running > "$S/containers/$1/state"
  printf '%s' "$3" > "$S/containers/$1/health"
  printf 0 > "$S/containers/$1/exit"
  date -u +%Y-%m-%dT%H:%M:%S.%NZ > "$S/containers/$1/created"
}

# What a registry knows: one line "reference digest" for each tag.
digest() { case $1 in *@*) echo "${1##*@}" ;; *) awk -v r="$1" '$1 == r {print $2}' "$S/registry" ;; esac; }

inspect_containers() {
  printf '['; comma=
  for id in "$@"; do
    found=
    for dir in "$S"/containers/*; do
      [ "$(cat "$dir/id")" = "$id" ] || continue
      found=1; image=$(cat "$dir/image")
      printf '%s{"Id":"%s","Created":"%s","Image":"sha256:built-%s","Config":{"Image":"%s"}}' "$comma" "$id" \
        "$(cat "$dir/created")" "$(digest "$image" | tail -c 9)" "$image"
      comma=,
    done
    [ -n "$found" ] || fail 1 "Error response from daemon: No such container: $id"
  done
  echo ']'
}

inspect_images() {
  printf '['; comma=
  for built in "$@"; do
    printf '%s{"Id":"%s","RepoDigests":[' "$comma" "$built"
    awk -v b="${built#sha256:built-}" 'index($2, b) && b != "" {r = $1; sub(/:[^:\/]*$/, "", r); printf "%s\"%s@%s\"", c, r, $2; c = ","}' "$S/registry"
    printf ']}'; comma=,
  done
  echo ']'
}

# The image of a service in one compose file.
image_in() { awk -v s="$2" '/^  [^ ]/ {inside = ($1 == s ":")} inside && $1 == "image:" {gsub(/"/, "", $2); print $2}' "$1"; }

case $1 in
  inspect) [ "$2 $3" = "--type container" ] || fail 125 "unknown flag: $2"; shift 3; inspect_containers "$@"; exit ;;
  image) [ "$2" = inspect ] || fail 125 "unknown command"; shift 2; inspect_images "$@"; exit ;;
  compose) shift ;;
  *) fail 125 "docker: '$1' is not a docker command" ;;
esac

files=
while :; do
  case $1 in
    --file) [ -e "$2" ] || fail 14 "open $PWD/$2: no such file or directory"; files="$files $2"; shift 2 ;;
    --project-name | --env-file) shift 2 ;;
    -*) fail 16 "unknown flag: $1" ;;
    *) break ;;
  esac
done
[ -n "$files" ] || fail 14 "no configuration file provided: not found"
verb=$1; shift
case $verb in
  ps)
    [ "$*" = "--all --no-trunc --format json" ] || fail 16 "unknown flag: $*"
    for dir in "$S"/containers/*; do
      [ -d "$dir" ] || continue
      printf '{"ID":"%s","Service":"%s","State":"%s","Health":"%s","ExitCode":%s,"Publishers":[{"URL":""}]}\n' \
        "$(cat "$dir/id")" "$(basename "$dir")" "$(cat "$dir/state")" "$(cat "$dir/health")" "$(cat "$dir/exit")"
    done ;;
  up)
    detached=
    while :; do
      case $1 in
        --detach) detached=1; shift ;;
        --no-build | --no-deps) shift ;;
        --pull) case $2 in missing | never | always) shift 2 ;; *) fail 16 "invalid --pull option \"$2\"" ;; esac ;;
        -*) fail 16 "unknown flag: $1" ;;
        *) break ;;
      esac
    done
    [ -n "$detached" ] || fail 1 "would stay in the foreground"
    for service in "$@"; do
      image=
      for file in $files; do each=$(image_in "$file" "$service"); [ -z "$each" ] || image=$each; done
      [ -n "$image" ] || fail 1 "no such service: $service"
      [ -n "$(digest "$image")" ] && grep -q "$(digest "$image")" "$S/registry" || fail 18 "Error manifest for $image not found: manifest unknown"
      [ "$(field "$service" image)" = "$image" ] && [ "$(field "$service" state)" = running ] || put "$service" "$image" "$(cat "$S/health" 2> /dev/null)"
    done ;;
  *) fail 16 "unknown docker command: compose $verb" ;;
esac
