"""What the AWS command line uploads of the template in a folder, and which changes SAM makes new versions of: scripts/templates asks it."""

import logging
import os
import sys
import zipfile

import boto3
from awscli.customizations.cloudformation.artifact_exporter import Template
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

logging.disable(logging.CRITICAL)
FOLDER = os.path.abspath(sys.argv[1])
TEMPLATE = os.path.join(FOLDER, "template.yaml")
MARK = "BELAY_DEPLOYMENT: none"


class Bucket:
    """Takes what is uploaded, and names it by its bytes."""

    def __init__(self):
        self.taken = set()

    def upload_with_dedup(self, name, extension=None):
        self.taken.add(os.path.abspath(name))
        with open(name, "rb") as file:
            return "s3://bucket/%d" % abs(hash(file.read()))


def made(text):
    """All resources of the template that is uploaded for `text`, and what is uploaded beside it."""
    bucket = Bucket()
    with open(TEMPLATE, "w") as file:
        file.write(text)
    template = Template(TEMPLATE, FOLDER, bucket).export()
    policies = {name: "arn:aws:iam::aws:policy/" + name for name in ("AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole")}
    session = boto3.session.Session(region_name="eu-west-1")
    return Translator(policies, Parser(), None, session).translate(template, {"AlarmPrefix": "shop"})["Resources"], bucket.taken


def of(kind, resources):
    return {name: each["Properties"] for name, each in resources.items() if each["Type"] == kind}


def bundle(name, text):
    with zipfile.ZipFile(os.path.join(FOLDER, name), "w") as file:
        file.writestr("text", text)


with open(TEMPLATE) as file:
    source = file.read()
bundle("belay-lambda.zip", "one")
bundle("system.zip", "one")
resources, taken = made(source)
before = set(of("AWS::Lambda::Version", resources))
faults = []
code = {str(each["Code"]) for each in of("AWS::Lambda::Function", resources).values()}
files = {os.path.basename(name) for name in taken}
if len(code) != 1 or "belay-lambda.zip" not in files or any(not name.endswith((".zip", ".json")) for name in files):
    faults.append("every function is belay-lambda.zip, but uploaded was %s for %d kinds of code" % (sorted(files), len(code)))
if set(of("AWS::Lambda::Version", made(source)[0])) != before:
    faults.append("the same is another version")
for what, text, name in (
    ("another deployment", source.replace(MARK, "BELAY_DEPLOYMENT: 0123abcd"), ""),
    ("another system file", source, "system.zip"),
    ("another bundle", source, "belay-lambda.zip"),
):
    if name:
        bundle(name, "two")
    kept = before & set(of("AWS::Lambda::Version", made(text)[0]))
    if name:
        bundle(name, "one")
    if kept:
        faults.append("%s is no new version of %s" % (what, ", ".join(sorted(kept))))
made(source)
for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
