package io.belay.templates.aws;

/** What is deployed is what was built, and a change of anything that is deployed reaches the alias. */
final class Code implements Rule {
    private static final String ZIP = "belay-lambda.zip";
    private static final String MARK = "BELAY_DEPLOYMENT: none";

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.root()
                .find("Globals", "Function", "CodeUri")
                .ifPresent(shared -> faults.at(
                        shared,
                        "aws cloudformation package reads no Globals, and zips the whole folder (aws-cli 3376)"));
        sam.ofType(Sam.FUNCTION).forEach((_, function) -> {
            if (!function.text("Properties", "CodeUri").equals(ZIP)) {
                faults.at(
                        function,
                        "CodeUri: " + ZIP + " of its own is meant: Globals are not read where it is uploaded");
            }
        });
        sam.ofType("AWS::Serverless::LayerVersion").forEach((_, layer) -> {
            if (!layer.text("Properties", "PublishLambdaVersion").equals("true")) {
                faults.at(layer, "without PublishLambdaVersion a changed system file never reaches the alias");
            }
        });
        var marks = templates
                .text(Templates.SAM)
                .lines()
                .filter(line -> line.strip().equals(MARK))
                .count();
        if (marks != 1) {
            faults.at(
                    Templates.SAM,
                    "one line " + MARK + " is meant, in which scripts/deploy-aws writes a digest; found " + marks);
        }
    }
}
