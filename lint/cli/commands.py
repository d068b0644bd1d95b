"""The commands. What is heavy is imported inside them, so that `--version` and completion stay quick."""

import click

from lint import __version__
from lint.cli.baseline import baseline
from lint.cli.cache import cache
from lint.cli.check import check
from lint.cli.completion import completion
from lint.cli.config import config
from lint.cli.init import init
from lint.cli.names import names
from lint.cli.output import CLEAN, FAILED, columns, complain, use_color, write
from lint.cli.parameters import color_option, complete_rule, form_option, format_option, paths_argument
from lint.cli.rules import rules
from lint.cli.streams import standard_input

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]...")
@click.version_option(__version__, "-V", "--version", message="copydesk %(version)s")
@click.pass_context
def copydesk(context: click.Context) -> int | None:
    """Copydesk reads drafts as a good sub-editor would, and queries what it finds.

    Begin with “copydesk check drafts/”. “copydesk explain RULE” tells what a finding is about.
    """
    if context.invoked_subcommand is not None:
        return None
    write(context.get_help() + "\n")
    return FAILED


copydesk.add_command(check)
copydesk.add_command(baseline)
copydesk.add_command(rules)
copydesk.add_command(names)
copydesk.add_command(config)
copydesk.add_command(init)
copydesk.add_command(cache)
copydesk.add_command(completion)


@copydesk.command()
@paths_argument(allow_dash=True)
@form_option("text", "json", "html")
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@color_option
def sources(*, paths: tuple[str, ...], form: str, stdin_filename: str, format_as: str | None, color: str) -> int:
    """List who speaks in drafts, and in which words.

    PATHS are files, folders or “-” for standard input, as for check; by default “.”. Tells for each article who speaks, how
    often and how much, every quotation with its speaker, and what is claimed without a source.

    Exit status: 0 all were read, 2 something could not be read or is set wrongly.
    """
    from lint.reporters import sources_html, sources_json, sources_text
    from lint.session import CheckOptions
    from lint.session import sources as run

    options = CheckOptions(stdin_filename=stdin_filename, format_as=format_as)
    stdin = standard_input() if "-" in paths else None
    articles, errors = run(paths or (".",), options, stdin)
    complain(errors)
    if form == "text":
        from lint.reporters.view import Look

        write(sources_text.render(articles, Look(columns(), use_color(color))))
    else:
        write(sources_html.render(articles) if form == "html" else sources_json.render(articles) + "\n")
    return FAILED if errors else CLEAN


@copydesk.command()
@click.argument("rule", shell_complete=complete_rule)
@color_option
def explain(rule: str, color: str) -> None:
    """Explain a rule.

    Tells what RULE finds and why, with examples, and how to silence it. A folder of rules, such as a pack, is listed.
    """
    from lint.cli.rulebook import find_rules
    from lint.reporters.rules import explanation, table
    from lint.reporters.view import Look

    found, look = find_rules(rule), Look(columns(), use_color(color))
    write(explanation(found[0], look) if found[0].id == rule else table(found, look, defaults=False))
