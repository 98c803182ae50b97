#!/bin/sh -eu
# Stands in for the AWS command line: remembers what it was asked, and the one stack that it keeps, in the folder $FAKE.
[ "$1" != --cli-connect-timeout ] || shift 2
echo "$*" >>"$FAKE/calls"
argument() { seek=$1; shift; while [ $# -gt 1 ]; do if [ "$1" = "$seek" ]; then echo "$2"; return; fi; shift; done; }
case "$1 $2" in
  "sts get-caller-identity")
    [ ! -f "$FAKE/nobody" ] || { echo "The security token included in the request is invalid" >&2; exit 254; }
    echo "arn:aws:iam::123456789012:user/ada" ;;
  "cloudformation describe-stacks")
    case "$*" in *Outputs*) echo "| Rollback | arn:aws:lambda:eu-west-1:123456789012:function:belay-rollback:live |"; exit 0 ;; esac
    [ -f "$FAKE/stack" ] || { echo "An error occurred (ValidationError): Stack with id belay does not exist" >&2; exit 254; }
    cat "$FAKE/stack" ;;
  "s3api head-bucket") [ ! -f "$FAKE/no-bucket" ] || { echo "Not Found" >&2; exit 254; } ;;
  "cloudformation package")
    cp "$(argument --template-file "$@")" "$(argument --output-template-file "$@")"
    cp "$(argument --template-file "$@")" "$FAKE/template"
    cp "$(dirname "$(argument --template-file "$@")")/system.zip" "$FAKE/system.zip" ;;
  "s3 cp") ;;
  "cloudformation create-change-set")
    argument --tags "$@" | sed 's/.*Value=//' >"$FAKE/pending"
    cp "$(argument --parameters "$@" | sed 's,file://,,')" "$FAKE/parameters" ;;
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
  "cloudformation execute-change-set") echo "CREATE_COMPLETE $(cat "$FAKE/pending")" >"$FAKE/stack" ;;
  "cloudformation delete-change-set" | "cloudformation delete-stack" | "cloudformation describe-stack-events") ;;
  "lambda invoke")
    for answer in "$@"; do case $answer in */answer) break ;; esac; done
    case "$(argument --function-name "$@")" in
      *-systems) echo '{"belay":"systems/1","correlation":"c-12345678","systems":[{"name":"shop","system":"shop","environment":"prod"}]}' >"$answer" ;;
      *) if [ -f "$FAKE/health" ]; then cat "$FAKE/health" >"$answer"
         else echo '{"belay":"report/1","function":"health","system":"shop","environment":"prod","verdict":"fail","findings":[]}' >"$answer"; fi ;;
    esac
    if [ -f "$FAKE/throttled" ]; then echo Unhandled; else echo none; fi ;;
  *) echo "unexpected: $*" >&2; exit 99 ;;
esac
