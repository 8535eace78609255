/** What the YAML library complains of, in our words: what is wrong, and what to do. */

/** By what the library's message holds; the first that fits. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Tabs/, 'A tab stands here. Indent with spaces, two for each level.'],
  [
    /single line|followed by map values/,
    "Here a name with a colon and a space is expected ('name: value'), or '- ' before each item of a list. Look for one that is missing, here or in the next line, and for a bracket or quote left open.",
  ],
  [
    /mapping items|sequence items|sequence item without/i,
    'This line is not indented like those beside it. Names of one level begin in the same column.',
  ],
  [
    /compact mappings/,
    "Two colons stand in this line, or the next one is indented too far. Put a text that holds ': ' in quotes, or give the next line the indentation of this one.",
  ],
  [/end with a [\]}]/, 'A bracket that was opened before is not closed. Close it.'],
  [/flow collections|Missing , /, 'A comma is missing in brackets, or their end. Write { a: 1, b: 2 } or [a, b].'],
  [/^Missing closing/, 'A quote that was opened before is not closed. Close it.'],
  [/cannot start with/, 'A text cannot begin with this character. Put the whole text in quotes.'],
  [
    /at node end/,
    'Nothing more is expected here. Look for a quote or bracket that is closed too early, and for a line that is indented too little.',
  ],
  [/same line with key/, "A list begins on the line below its name: write '- ' there, indented."],
  [/flow-(?:map|seq)-end/, 'A bracket is closed here that was not opened. Remove it.'],
  [/^Unexpected ,/, 'There is a comma too many. Remove it.'],
  [/escape sequence/, "In double quotes '\\' begins an escape, and this is none. Use single quotes."],
  [/header includes extra/, "Behind '|' or '>' the line ends; the text stands below it, indented."],
]

/** What is rare is told in the library's own words. */
export function yamlSentence(message: string): string {
  const known = SENTENCES.find(([pattern]) => pattern.test(message))
  const first = (message.split('\n')[0] ?? message).trim().slice(0, 200)
  return `This is not valid YAML: ${known === undefined ? (first.endsWith('.') ? first : `${first}.`) : known[1]}`
}
