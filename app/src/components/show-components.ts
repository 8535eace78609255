/** What the pages of components are given. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import { add, compare, type Exact, parseDecimal, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { stepNow } from '../commitments/candidate.ts'
import { commitmentWordsOf } from '../commitments/commitment-words.ts'
import { readCandidates } from '../commitments/read-commitments.ts'
import { goalWordsOf } from '../goals/goal-words.ts'
import { isOfficerRole, MAKER_ROLES } from '../kernel/authority.ts'
import type { Language } from '../kernel/problem.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { linesBefore, type PageContext, pageCall, refused } from '../pages/page-call.ts'
import { lawsIn } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { grouped } from '../publications/draw-chart.ts'
import { figuresByReturn, type PartOfReturn } from '../returns/figures/read-figures.ts'
import { yearOf } from '../returns/return-year.ts'
import { type ClassStanding, type ComponentRules, type Known, paysFor, TOLD, type Told } from './component.ts'
import { componentWordsOf } from './component-words.ts'
import { type ComponentMap, componentMapOf, componentMaps } from './read-components.ts'

export async function showComponents(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await componentMaps(tables, context.get(shelfContext), actor)
    return { programmes: found.map((one) => mapView(one, language)) }
  })
}

function mapView(found: ComponentMap, language: Language) {
  const words = componentWordsOf(language)
  const { name, title } = found.release.engine.programme.heading
  return {
    programme: name,
    title: wordIn(title, language),
    by: found.isWhole ? words.byReturns : words.byPublications,
    rule: words.rule(standingText(found.rules, language)),
    year: found.year ?? null,
    classes: found.classes.map((one) => classView(one, found.rules, name, language)),
  }
}

function standingText({ standing }: ComponentRules, language: Language): string {
  const { statuses, evidences } = goalWordsOf(language)
  return `${statuses[standing.status]}${commitmentWordsOf(language).comma}${evidences[standing.evidence]}`
}

function classView(
  { rule, told, unserved, plants, rank }: ClassStanding,
  { standing }: ComponentRules,
  programme: string,
  language: Language,
) {
  const words = componentWordsOf(language)
  const said = (value: Known): string => (value === 'withheld' ? words.withheld : counted(value))
  return {
    name: rule.name,
    href: `/components/${programme}/${rule.name}`,
    label: wordIn(rule.label, language),
    rank,
    used: said(told.used),
    bought: said(told.bought),
    made: said(told.made),
    unserved: said(unserved),
    imports: said(told.imports),
    least: rule.least_efficient === undefined ? words.notSet : counted(rule.least_efficient),
    /** By which evidence the number is known: whoever reads it alone is told. */
    evidence: rule.least_efficient === undefined ? null : goalWordsOf(language).evidences[standing.evidence],
    plants:
      plants === undefined
        ? words.notSet
        : plants === 'withheld'
          ? words.withheld
          : `\u2066${toFixed(plants, 2)}\u2069`,
    pays: paysFor(plants),
  }
}

function counted(value: Exact): string {
  return `\u2066${grouped(toFixed(value, 0))}\u2069`
}

function wordIn(words: Localized, language: Language): string {
  return words[language] ?? Object.values(words)[0] ?? ''
}

const LINES = 25

export async function showComponent(context: PageContext, programme: string, name: string, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const words = componentWordsOf(language)
  const isOfficer = isOfficerRole(actor.role)
  const candidates = isOfficer ? await allOf(async (asked) => await readCandidates(database, actor, asked)) : []
  return await readAs(database, actor, async (tables) => {
    const found = await componentMapOf(tables, context.get(shelfContext), actor, programme)
    const rule = found?.rules.classes.find((one) => one.name === name)
    if (found === undefined || rule === undefined)
      throw refused(context.get(pageCall).problemOf({ code: 'components_unknown' }))
    const standing = found.classes.find((one) => one.rule.name === name)
    const law = (await lawsIn(tables, context, [programme]))(programme)
    const stretch =
      found.year === undefined ? undefined : yearOf(found.year, found.release.engine.programme.heading.yearStarts)
    const mayOpen = isOfficer || MAKER_ROLES.some((role) => role === actor.role)
    const parts =
      stretch === undefined || !mayOpen
        ? []
        : await figuresByReturn(tables, programme, Object.values(found.rules.measures), stretch)
    const rows = rowsOf(
      parts.filter(({ part }) => part === name),
      found.rules,
    )
    const firms = await namesOfFirms(
      tables,
      rows.map(({ manufacturer_id }) => manufacturer_id),
    )
    const skip = linesBefore(request)
    const { reading } = found.rules
    return {
      title: law.title,
      rehearsal: law.binds ? undefined : law.rehearsal,
      label: wordIn(rule.label, language),
      shown: standing === undefined ? null : classView(standing, found.rules, programme, language),
      by: found.isWhole ? words.byReturns : words.byPublications,
      rule: words.rule(standingText(found.rules, language)),
      reading: reading === undefined ? null : wordIn(reading.text, language),
      year: found.year ?? null,
      note: isOfficer ? null : mayOpen ? words.ownOnly : words.notShown,
      rows: rows.slice(skip, skip + LINES).map(({ return_id, manufacturer_id, told }) => ({
        href: `/returns/${return_id}`,
        firm: firms.get(manufacturer_id) ?? '',
        ...textsOf((one) => counted(told[one])),
      })),
      together: textsOf((one) => counted(rows.map(({ told }) => told[one]).reduce(add, ZERO))),
      suppliers: rule.candidates === undefined || !may('see_suppliers') ? null : `/suppliers?class=${rule.candidates}`,
      isOfficer,
      candidates: candidates
        .filter((one) => names(one.component_classes, rule.candidates) && stepNow(one).stage !== 'withdrawn')
        .map((one) => ({ href: `/investments/${one.number}`, name: one.name })),
      path: `/components/${programme}/${name}`,
      skip,
      next: skip + LINES < rows.length ? String(skip + LINES) : null,
    }
  })
}

function names<Name>(classes: readonly Name[], one: Name | undefined): boolean {
  return one !== undefined && classes.includes(one)
}

function textsOf(text: (told: Told) => string): Readonly<Record<Told, string>> {
  return { used: text('used'), bought: text('bought'), made: text('made'), imports: text('imports') }
}

/** What each return adds, the largest user first. */
function rowsOf(parts: readonly PartOfReturn[], { measures }: ComponentRules) {
  return [...Map.groupBy(parts, ({ return_id }) => return_id)]
    .map(([return_id, own]) => {
      const of = (told: Told): Exact =>
        own
          .filter(({ measure }) => measure === measures[told])
          .map(({ value }) => parseDecimal(value) ?? ZERO)
          .reduce(add, ZERO)
      const told = Object.fromEntries(TOLD.map((one) => [one, of(one)])) as Readonly<Record<Told, Exact>>
      return { return_id, manufacturer_id: own[0]?.manufacturer_id ?? '', told }
    })
    .toSorted((a, b) => compare(b.told.used, a.told.used))
}
