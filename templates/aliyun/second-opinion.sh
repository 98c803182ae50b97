#!/bin/sh -eu
# Asks others than our own test about templates/aliyun: Serverless Devs and fc3's schema, Terraform; says what did not run.
case "${1:-}" in -h | --help) sed -n 2p "$0" | cut -c3-; exit 0 ;; esac
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
outcome=0
if command -v npm >/dev/null 2>&1 && npm install --silent --prefix "$work" @serverless-devs/s@3.1.10 ajv@8 >/dev/null 2>&1; then
  # ajv wants the published schema: src/schema.json of github.com/devsapp/fc3, which is fetched unless FC3_SCHEMA names it.
  schema=${FC3_SCHEMA:-$work/schema.json}
  if [ ! -s "$schema" ]; then
    curl -fsSL -m 20 -o "$schema" https://raw.githubusercontent.com/devsapp/fc3/v0.1.22/src/schema.json 2>/dev/null || rm -f "$schema"
  fi
  # A component that does nothing but ask who calls: fc3 itself is fetched only where it is to deploy.
  mkdir -p "$work/asks" "$work/home/.s"
  printf 'default:\n  AccountID: "1234567890123456"\n  AccessKeyID: none\n  AccessKeySecret: none\n' >"$work/home/.s/access.yaml"
  printf '%s\n' '{"name":"asks","version":"0.0.1","main":"index.js"}' >"$work/asks/package.json"
  printf '%s\n' 'Edition: 3.0.0' 'Type: Component' 'Name: asks' 'Version: 0.0.1' >"$work/asks/publish.yaml"
  printf '%s\n' 'module.exports = class { async deploy(inputs) { console.log("called by", (await inputs.getCredential()).AccountID); return {}; } };' >"$work/asks/index.js"
  for file in s.yaml s.by-hand.yaml; do
    first=$(sed -n '/^resources:/,$s/^  \([a-z][a-z-]*\):.*/\1/p' "$file" | head -n 1)
    sed "s#component: fc3#component: $work/asks#" "$file" >"$work/$file"
    for access in default belay_serverless_devs_key; do
      # It may wait for its own news at the end: what it said before counts.
      HOME="$work/home" BELAY_IMAGE="registry.example.com/belay@sha256:$(printf '%064d' 0)" ALIBABA_CLOUD_ACCOUNT_ID=1234567890123456 \
        belay_serverless_devs_key='{"AccountID":"1234567890123456","AccessKeyID":"none","AccessKeySecret":"none"}' \
        timeout 30 "$work/node_modules/.bin/s" "$first" deploy -y -t "$work/$file" $(if [ "$access" != default ]; then echo -a "$access"; fi) >"$work/called" 2>&1 || true
      if grep -q 'called by 1234567890123456' "$work/called"; then
        echo "$file: its functions get credentials ($access)"
      else
        cat "$work/called" >&2
        echo "$file: its functions get no credentials ($access)" >&2
        outcome=1
      fi
    done
    if ! BELAY_IMAGE="registry.example.com/belay@sha256:$(printf '%064d' 0)" ALIBABA_CLOUD_ACCOUNT_ID=1234567890123456 \
      timeout 120 "$work/node_modules/.bin/s" preview -t "$file" -o json >"$work/all" 2>&1; then
      cat "$work/all" >&2
      echo "$file: Serverless Devs does not read it" >&2
      outcome=1
      continue
    fi
    sed -n '/^{/,/^}/p' "$work/all" >"$work/preview.json"
    echo "$file: Serverless Devs reads it"
    if [ ! -s "$schema" ]; then echo "$file: not run: fc3's schema cannot be had"; continue; fi
    (cd "$work" && node -e '
      const [schema, preview, file] = process.argv.slice(1);
      const read = path => JSON.parse(require("fs").readFileSync(path, "utf8"));
      const check = new (require("ajv"))({ strict: false, allErrors: true }).compile(read(schema));
      let wrong = 0, asked = 0;
      for (const [name, each] of Object.entries(read(preview).resources)) {
        asked++;
        if (!check(each.props)) for (const error of check.errors) { wrong++; console.error(`${file}: ${name}${error.instancePath}: ${error.message}`); }
      }
      console.log(`${file}: fc3 schema: ${asked} functions, ${wrong} faults`);
      process.exit(asked === 0 || wrong ? 1 : 0);' "$schema" "$work/preview.json" "$file") || outcome=1
  done
else
  echo "not run: Serverless Devs and fc3's schema (npm cannot install them here)"
fi
if command -v terraform >/dev/null 2>&1; then
  terraform fmt -check -diff terraform && echo "terraform: its format is right" || outcome=1
  # What needs no provider: all locals, which hold the roles' documents and what a version is made of.
  mkdir -p "$work/locals/here" && cp -r ram "$work/locals/"
  sed '/sensitive *= true/d' terraform/variables.tf >"$work/locals/here/variables.tf"
  for file in terraform/*.tf; do awk '/^locals [{]/{on=1} on{print} on&&/^[}]/{on=0}' "$file"; done |
    sed 's/data\.alicloud_account\.this\.id/"1234567890123456"/g' >"$work/locals/here/locals.tf"
  if echo 'max([for each in values(local.documents) : length(each)]...) <= 6144 && length(local.marks) > 0' |
    terraform -chdir="$work/locals/here" console -var by_hand=true -var target=shop -var 'targets={"stock"="live"}' -var project=shop-logs \
      -var 'parts={"part-hosts"=["i-1","i-2"],"part-announce"=["told"]}' -var "image=r@sha256:$(printf '%064d' 0)" \
      >"$work/console" 2>&1 && grep -qx true "$work/console"; then
    echo "terraform: the documents of all roles are made, and none is too long"
  else
    cat "$work/console" >&2
    outcome=1
  fi
  cp -r . "$work/aliyun"
  if timeout 120 terraform -chdir="$work/aliyun/terraform" init -backend=false -input=false >"$work/init" 2>&1; then
    terraform -chdir="$work/aliyun/terraform" validate || outcome=1
  else
    echo "not run: terraform validate (the provider aliyun/alicloud cannot be had here)"
  fi
else
  echo "not run: Terraform (it is not installed)"
fi
exit "$outcome"
