#!/bin/sh -eu
# Stands in for the AWS command line: remembers what it was asked, and the one stack that it keeps, in the folder $FAKE.
# stack is as describe-stacks shows it: "STATUS DIGEST", then each parameter; a file under s3 is an object of the bucket.
case $1 in
  --version) cat "$FAKE/version" 2>/dev/null || echo "aws-cli/2.31.0 Python/3.13.7"; exit 0 ;;
  --cli-connect-timeout) shift 2 ;;
esac
echo "$*" >>"$FAKE/calls"
argument() { seek=$1; shift; while [ $# -gt 1 ]; do if [ "$1" = "$seek" ]; then echo "$2"; return; fi; shift; done; }
refused() { echo "$1" >&2; exit 254; }
put() { mkdir -p "$(dirname "$FAKE/s3/$2")"; cp "$1" "$FAKE/s3/$2"; }

# By awscli's rule: only what stands in a resource itself is looked at, never Globals, and a function without code gets the folder.
package() {
  folder=$(dirname "$1")
  for file in "$folder"/*.zip "$folder"/*.json; do put "$file" "$3/${file##*/}.uploaded"; done
  awk -v at="s3://$2/$3/" '
    function remote(line) { sub(/: .*/, ": " at substr(line, index(line, ": ") + 2) ".uploaded", line); return line }
    function flush(  i) {
      for (i = 1; i <= n; i++) {
        print lines[i]
        if (code && !own && lines[i] ~ /^    Properties:$/) print "      CodeUri: " at "all-of-the-folder.uploaded"
      }
      n = 0; code = 0; own = 0
    }
    /^[A-Za-z]/ { flush(); within = /^Resources:/ }
    within && /^  [A-Za-z]/ { flush() }
    within && /^    Type: AWS::Serverless::Function$/ { code = 1 }
    within && /^      (CodeUri|ContentUri|DefinitionUri): / { if ($1 == "CodeUri:") own = 1; $0 = remote($0) }
    { lines[++n] = $0 }
    END { flush() }' "$1"
}

# Those of the template: what was said, what was before, else its default; what it does not know is refused.
parameters() {
  awk '
    function said(key,  found) { found = $0; if (!sub(".*\"" key "\": \"", "", found)) return ""; sub(/"}?,?$/, "", found); return found }
    FILENAME == ARGV[1] {
      if (/^[A-Za-z]/) on = /^Parameters:/
      if (on && /^  [A-Za-z0-9]+:/) { name = $1; sub(/:.*/, "", name); names[++n] = name; known[name] = 1 }
      if (on && /^    Default: /) { value = substr($0, 14); gsub(/^"|"$/, "", value); default_[name] = value; has[name] = 1 }
      if (on && /^    NoEcho: true/) hidden[name] = 1
      next
    }
    FILENAME == ARGV[2] { at = index($0, "\t"); if (FNR > 1 && at) { before[substr($0, 1, at - 1)] = substr($0, at + 1); stood[substr($0, 1, at - 1)] = 1 } next }
    /ParameterKey/ {
      key = $0; sub(/.*"ParameterKey": "/, "", key); sub(/".*/, "", key)
      if (!(key in known)) { print "Parameters: [" key "] do not exist in the template" >"/dev/stderr"; bad = 1; exit 254 }
      if (/UsePreviousValue": true/) { if (!(key in stood)) { print "no previous value of " key >"/dev/stderr"; bad = 1; exit 254 } now[key] = before[key] }
      else now[key] = said("ParameterValue")
      given[key] = 1
    }
    END {
      if (bad) exit 254
      for (i = 1; i <= n; i++) {
        name = names[i]
        if (!(name in given)) { if (!(name in has)) { print "Parameters: [" name "] must have values" >"/dev/stderr"; exit 254 } now[name] = default_[name] }
        print name "\t" (name in hidden ? "****" : now[name])
      }
    }' "$1" "$2" "$3"
}
arrives() { # TAGS URL PARAMETERS: as it will be
  template=$FAKE/s3/$(echo "$2" | sed 's,^https://[^/]*/,,')
  [ -f "$template" ] || refused "S3 error: Access Denied"
  cp "$template" "$FAKE/template.new"
  [ -f "$FAKE/stack" ] || : >"$FAKE/stack"
  parameters "$template" "$FAKE/stack" "${3#file://}" >"$FAKE/parameters.new"
  [ -s "$FAKE/stack" ] || rm "$FAKE/stack"
  echo "${1##*Value=}" >"$FAKE/digest.new"
}
arrived() { # STATUS
  { printf '%s\t%s\n' "$1" "$(cat "$FAKE/digest.new")"; cat "$FAKE/parameters.new"; } >"$FAKE/stack"
  cp "$FAKE/template.new" "$FAKE/template"
}

case "$1 $2" in
  "sts get-caller-identity")
    [ ! -f "$FAKE/nobody" ] || refused "The security token included in the request is invalid"
    case "$*" in *"--query Account"*) echo 123456789012 ;; *) echo "arn:aws:iam::123456789012:user/ada" ;; esac ;;
  "cloudformation describe-stacks")
    case "$*" in *Outputs*) echo "| Rollback | arn:aws:lambda:eu-west-1:123456789012:function:belay-rollback:live |"; exit 0 ;; esac
    if [ -f "$FAKE/review" ]; then echo REVIEW_IN_PROGRESS; exit 0; fi
    [ -f "$FAKE/stack" ] || refused "An error occurred (ValidationError): Stack with id belay does not exist"
    [ ! -f "$FAKE/unsaid" ] || refused "An error occurred (Throttling): Rate exceeded"
    case "$*" in *Parameters*) cat "$FAKE/stack" ;; *) head -1 "$FAKE/stack" | cut -f 1 ;; esac ;;
  "s3api head-bucket") [ ! -f "$FAKE/no-bucket" ] || refused "Not Found" ;;
  "s3 mb") ;;
  "s3 cp") put "$4" "$(echo "$5" | sed 's,^s3://[^/]*/,,')" ;;
  "cloudformation package")
    package "$(argument --template-file "$@")" "$(argument --s3-bucket "$@")" "$(argument --s3-prefix "$@")" >"$(argument --output-template-file "$@")" ;;
  "cloudformation get-template") if [ -f "$FAKE/template" ]; then cat "$FAKE/template"; else printf 'Parameters:\n  AlarmPrefix:\n    Type: String\n'; fi ;;
  "cloudformation create-change-set")
    [ ! -f "$FAKE/pending" ] || refused "An error occurred (AlreadyExistsException)"
    arrives "$(argument --tags "$@")" "$(argument --template-url "$@")" "$(argument --parameters "$@")"
    cp "$(argument --parameters "$@" | sed 's,file://,,')" "$FAKE/parameters"
    : >"$FAKE/pending"
    [ -f "$FAKE/stack" ] || : >"$FAKE/review" ;;
  "cloudformation update-stack")
    [ ! -f "$FAKE/kept" ] || refused "An error occurred (ValidationError)"
    arrives "$(argument --tags "$@")" "$(argument --template-url "$@")" "$(argument --parameters "$@")"
    arrived UPDATE_COMPLETE ;;
  "cloudformation wait")
    case $3 in
      change-set-create-complete) [ ! -f "$FAKE/empty" ] || exit 255 ;;
      *) [ ! -f "$FAKE/stuck" ] || exit 255 ;;
    esac ;;
  "cloudformation describe-change-set")
    case "$*" in
      *StatusReason*) echo "The submitted information didn't contain changes." ;;
      *) echo "| Add | None | AWS::Lambda::Function | RollbackFunction |" ;;
    esac ;;
  "cloudformation execute-change-set") arrived "$([ -f "$FAKE/stack" ] && echo UPDATE_COMPLETE || echo CREATE_COMPLETE)"; rm -f "$FAKE/pending" "$FAKE/review" ;;
  "cloudformation delete-change-set") rm -f "$FAKE/pending" ;;
  "cloudformation delete-stack") rm -f "$FAKE/review" ;;
  "cloudformation describe-stack-events") ;;
  "lambda invoke")
    case "$*" in
      *--payload*--cli-binary-format\ raw-in-base64-out* | *--cli-binary-format\ raw-in-base64-out*--payload*) ;;
      *) refused 'Invalid base64: "{}"' ;;
    esac
    function=$(argument --function-name "$@")
    shift 2
    while [ $# -gt 0 ]; do case $1 in --*) shift ;; *) answer=$1 ;; esac; shift; done
    if [ -f "$FAKE/${function#belay-}" ]; then cat "$FAKE/${function#belay-}" >"$answer"
    else
      case $function in
        *-systems) echo '{"belay":"systems/1","correlation":"c-12345678","systems":[{"name":"shop","system":"shop","environment":"prod"}]}' ;;
        *-release) echo '{"belay":"report/1","function":"release","system":"shop","environment":"prod","verdict":"pass","findings":[{"subject":"lambda","kind":"lambda","target":"shop:live","verdict":"pass","summary":"serves 7"}]}' ;;
        *) echo '{"belay":"report/1","function":"health","system":"shop","environment":"prod","verdict":"fail","findings":[]}' ;;
      esac >"$answer"
    fi
    if [ -f "$FAKE/throttled" ]; then echo Unhandled; else echo none; fi ;;
  "stepfunctions start-execution")
    [ ! -f "$FAKE/denied" ] || refused "An error occurred (AccessDeniedException)"
    echo "arn:aws:states:eu-west-1:123456789012:execution:belay-verify:$(argument --name "$@")" ;;
  "stepfunctions describe-execution")
    case "$*" in *"--query output"*) cat "$FAKE/output"; exit 0 ;; esac
    [ ! -f "$FAKE/mute" ] || refused "Could not connect to the endpoint URL"
    # A line for each time it is asked; the last one stays.
    head -1 "$FAKE/states"
    if [ "$(grep -c . "$FAKE/states")" -gt 1 ]; then sed 1d "$FAKE/states" >"$FAKE/states.new"; mv "$FAKE/states.new" "$FAKE/states"; fi ;;
  *) echo "unexpected: $*" >&2; exit 99 ;;
esac
