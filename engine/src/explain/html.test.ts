import { describe, expect, it } from 'vitest'
import { assess, engineFor, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { explain, explainAll } from './explain.ts'
import { explanationHtml, htmlVoice, stateTag } from './html.ts'
import { namesOf } from './names.ts'

const HOSTILE = '<script>alert("1")</script>&\'"'

const ENGINE = engineFor({
  heading: {
    sources: `{ gazette: { title: 'Gazette <b>', url: 'javascript:alert(1)', instrument: act }, web: { title: Web, url: 'https://example.org/?a=1&b=2', instrument: act } }`,
  },
  vocabulary: `
price: { label: 'Price <img src=x onerror=alert(1)>', unit: PKR }
parts:
  label: Parts
  key: part
  lines:
    part: { label: Part, text: true, describes: true }
    value: { label: Value, unit: PKR }
`,
  parameters: parameter('least_share', 'percent', '{ 2026-07-01: { value: 10%, source: web } }'),
  provisions:
    measure(
      'imported_value',
      'sum of value over parts',
      'reading: { en: "1 < 2 & 3 > 2", by: "<i>team</i>", on: 2026-11-22 }',
    ) +
    measure('local_share', '(price - imported_value) / price') +
    requirement('share_requirement', 'local_share >= least_share') +
    provision('entitlement', 'grant', "when: share_requirement is met\namount: 'least_share * price'\nround: exact"),
})
const NAMES = namesOf(ENGINE.programme)
const ASSESSMENT = assess(ENGINE, {
  price: 'PKR 30',
  parts: [
    { part: HOSTILE, value: 'PKR 10' },
    { part: 'b', value: 'PKR 11' },
  ],
})
const HTML = explanationHtml(explainAll(ASSESSMENT), {
  language: 'en',
  names: NAMES,
  originsOf: (path) => [`${path} ${HOSTILE}`],
})

/** Names of tags that are opened and not closed, or closed and not opened, in the order in which they are met. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, close, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (rest.endsWith('/')) continue
    if (close === '') open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

describe('an explanation as HTML', () => {
  it('escapes names of parts, labels, titles, readings and origins', () => {
    expect(HTML).not.toMatch(/<script|<img|<b>"|<i>team/)
    expect(HTML).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;&quot;')
    expect(HTML).toContain('1 &lt; 2 &amp; 3 &gt; 2')
  })

  it('has no script, no style, no event and no address but of the web', () => {
    expect(HTML).not.toMatch(/<script|<style|\sstyle=|\son\w+=\s*["']|javascript:/)
    expect(HTML).toContain(
      '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer"><bdi dir="ltr">Web</bdi></a>',
    )
  })

  it('closes every element that it opens', () => {
    expect(unbalanced(HTML)).toEqual([])
    expect(unbalanced(explanationHtml(explainAll(ASSESSMENT), { language: 'ur', names: NAMES }))).toEqual([])
  })

  it('leads from each reference to the explanation of what it refers to', () => {
    const targets = [...HTML.matchAll(/href="#([^"]+)"/g)].map((link) => link[1])
    const ids = [...HTML.matchAll(/ id="([^"]+)"/g)].map((id) => id[1])
    expect(new Set(targets)).toEqual(new Set(['why-imported_value', 'why-local_share', 'why-share_requirement']))
    expect(ids).toEqual(['why-imported_value', 'why-local_share', 'why-share_requirement', 'why-grant'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('begins with the finding that is asked for, and puts the prefix before every id', () => {
    const one = explain(ASSESSMENT, 'grant')
    const html = one === undefined ? '' : explanationHtml(one, { language: 'en', names: NAMES, prefix: 'a2-' })
    expect([...html.matchAll(/ id="([^"]+)"/g)].map((id) => id[1])).toEqual([
      'a2-why-grant',
      'a2-why-share_requirement',
      'a2-why-local_share',
      'a2-why-imported_value',
    ])
    expect(html).toContain('href="#a2-why-local_share"')
  })

  it('says a node in words, in values and in what it comes to', () => {
    // 30 − 21 is 9, and 9 of 30 is 30%.
    expect(text(HTML)).toContain(
      'Computed as (Price <img src=x onerror=alert(1)> − imported value) ÷ Price <img src=x onerror=alert(1)> = (PKR 30 − PKR 21) ÷ PKR 30 → 30%',
    )
  })

  it('shows all lines of a sum as a table behind a fold', () => {
    const [table = ''] = /<details class="lines">[^]*?<\/details>/.exec(HTML) ?? []
    expect([...table.matchAll(/<tr>/g)]).toHaveLength(4)
    expect(text(table)).toContain('Parts, 2 lines: PKR 21')
  })

  it('leaves what it all rests on to the page around it', () => {
    expect(HTML).not.toContain('Rests on')
  })

  it('says which language it is in and isolates what runs the other way', () => {
    const urdu = explanationHtml(explainAll(ASSESSMENT), { language: 'ur', names: NAMES })
    expect(urdu.startsWith('<div class="why" lang="ur" dir="rtl">')).toBe(true)
    expect(urdu).toContain(
      '<bdi dir="ltr">(<bdi dir="ltr">PKR 30</bdi> − <bdi dir="ltr">PKR 21</bdi>) ÷ <bdi dir="ltr">PKR 30</bdi></bdi>',
    )
  })

  it('tells a state by a word and a shape', () => {
    expect(stateTag(htmlVoice('en'), 'not_met')).toMatch(
      /^<span class="tag tag-not_met"><svg [^]*<path d="[^"]+"\/><\/svg>not met<\/span>$/,
    )
  })
})

/** What a reader sees. */
function text(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
