# Does BELAY_ACTION to a compose project: read, prepare, remember, shift. Its values stand before it, checked and quoted.
set -eu
cd "$BELAY_FOLDER"

compose() { docker compose -f "$BELAY_FILE" "$@"; }

# A line a container: its service, the digest of its image, how it is, how its health is, and how it ended.
services() {
  for container in $(compose ps -aq); do
    docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.Image}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}} {{.State.ExitCode}}' "$container"
  done | sort | while read -r service image rest; do
    pin=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$image" | head -n 1)
    echo "$service ${pin:-$image} $rest"
  done
}

standing() {
  { echo "$1" | cut -d' ' -f1,2 | sort -u; cat .belay/memory 2>/dev/null || true; } | sha256sum | cut -d' ' -f1
}

# What somebody else changed since BELAY_SEEN was read is not overwritten: 75. Two writers come one after the other: 73.
alone() {
  mkdir -p .belay
  exec 9>.belay/lock
  flock -w 10 9 || exit 73
  [ "$(standing "$(services)")" = "$BELAY_SEEN" ] || exit 75
}

remember() {
  printf %s "$BELAY_MEMORY" | base64 -d | gzip -d >.belay/memory.new
  mv .belay/memory.new .belay/memory
}

pinned() {
  echo "services:"
  for image in $BELAY_IMAGES; do
    printf '  %s:\n    image: "%s"\n' "${image%%=*}" "${image#*=}"
  done
}

case "$BELAY_ACTION" in
  read)
    now=$(services)
    echo "standing $(standing "$now")"
    echo "$now" | sed 's/^/service /'
    if [ -f .belay/memory ]; then echo "memory $(gzip -c <.belay/memory | base64 | tr -d '\n')"; fi
    ;;
  prepare)
    for image in $BELAY_IMAGES; do
      docker image inspect "${image#*=}" >/dev/null 2>&1 || docker pull -q "${image#*=}" >/dev/null || exit 66
    done
    ;;
  remember)
    alone
    remember
    ;;
  shift)
    alone
    remember
    pinned >.belay/images.yml.new
    mv .belay/images.yml.new .belay/images.yml
    compose -f .belay/images.yml up -d --no-build
    ;;
esac
