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
  for file in s.yaml s.by-hand.yaml; do
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
