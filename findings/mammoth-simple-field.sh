#!/usr/bin/env sh
# Expected: what Word shows and prints is in the HTML, and what it does not show is not.
#
# Seen in mammoth 1.13.0, with a document that docx 9.15.2 writes:
# - the result of a simple field (`w:fldSimple`: a date, a page reference, a property) is dropped with its text; the
#   warning names the element, the sentence has a hole. A complex field of the same kind keeps its result.
# - a run with `w:vanish` (Word: Font, Hidden) is text like any other, without a message.
# Both want a step over document.xml before the conversion: unwrap simple fields, take hidden runs out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund mammoth@1.13.0 docx@9.15.2 >/dev/null 2>&1 || exit 2
cat >"$folder/run.mjs" <<'JS'
import { Document, Packer, Paragraph, SimpleField, TextRun } from 'docx';
import mammoth from 'mammoth';
const children = [
  new TextRun('Published on '),
  new SimpleField('DATE', '3 March 2026'),
  new TextRun(' in Dakar.'),
  new TextRun({ text: ' For editors only.', vanish: true }),
];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
const { value, messages } = await mammoth.convertToHtml({ buffer });
console.log(value);
for (const { type, message } of messages) console.log(`${type}: ${message}`);
JS
seen=$(node "$folder/run.mjs")
echo "mammoth 1.13.0"
echo "$seen"
expected='<p>Published on  in Dakar. For editors only.</p>
warning: An unrecognised element was ignored: w:fldSimple'
[ "$seen" = "$expected" ] || { echo "changed; it was:"; echo "$expected"; exit 1; }
