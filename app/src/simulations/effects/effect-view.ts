/** What a proposed release changes for whom, as its page shows it, and what the forms of the page do. */
import { namesOf } from '@maqami/engine/explain/names.ts'
import { listed, nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Params } from 'react-router'
import { saidFinding } from '../../assessments/said-finding.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import {
  idAsked,
  linesBefore,
  mustBeAllowed,
  notHere,
  type PageContext,
  pageCall,
  seeOther,
  settled,
} from '../../pages/page-call.ts'
import { readForm, sentBack } from '../../pages/read-form.ts'
import { dayText } from '../../pages/when.ts'
import { approveRelease } from '../../policy-releases/approve-release.ts'
import type { EffectTotals, FindingEffect, ReturnEffect } from '../../policy-releases/effect.ts'
import { releaseShown } from '../../policy-releases/releases-view.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { computeEffect, readEffect } from './compute-effect.ts'
import { effectWordsOf } from './effect-words.ts'

const ROWS_A_PAGE = 100

export type EffectPageShown = Awaited<ReturnType<typeof showEffect>>

export async function showEffect(context: PageContext, params: Params, request: Request) {
  const id = idAsked(context, params['id'])
  const { actor, language, may } = context.get(pageCall)
  const read = settled(context, await readEffect(context.get(recorderContext), actor, id))
  const release = await releaseShown({ context }, id)
  if (release === undefined) throw notHere(context)
  const { effect, base, rows, totals } = read
  const voice = voiceOf(language, namesOf(context.get(shelfContext).open(read.release).engine.programme))
  const firms = await firmsNamed(
    context,
    rows.map((row) => row.manufacturer_id),
  )
  const from = linesBefore(request)
  const sorted = rows.toSorted((a, b) => b.changed - a.changed)
  const until = Math.min(from + ROWS_A_PAGE, sorted.length)
  return {
    release,
    base: base === undefined ? undefined : { hash: base.hash, effectiveOn: dayText(base.effective_on, language) },
    effect:
      effect === undefined
        ? undefined
        : {
            asOf: dayText(effect.as_of, language),
            total: effect.total,
            computed: rows.length,
            hash: effect.hash,
          },
    totals,
    sums: sumsOf(voice, totals),
    rows: sorted.slice(from, until).map((row) => ({ ...rowView(voice, row), firm: firms(row.manufacturer_id) })),
    from,
    next: until < sorted.length ? String(until) : undefined,
    mayCompute: may('compute_effect'),
    mayApprove: may('approve_release') && !release.isOwn,
  }
}

/** Each a finding, what becomes of it, and in how many cases. */
function sumsOf(voice: Voice, { requirements, amounts, undetermined }: EffectTotals) {
  const words = effectWordsOf(voice.language)
  return [
    ...requirements.map(({ name, now, count }) => ({ finding: nameOf(voice, name), what: words.now[now], count })),
    ...amounts.map(({ name, difference, count }) => ({
      finding: nameOf(voice, name),
      what: words.amount(saidFinding(voice, difference)),
      count,
    })),
    ...undetermined.map(({ name, count }) => ({ finding: nameOf(voice, name), what: words.undetermined, count })),
  ]
}

function rowView(voice: Voice, { return_id, period, changed, outcome }: ReturnEffect) {
  const words = effectWordsOf(voice.language)
  if ('cannot' in outcome)
    return {
      return_id,
      period,
      changed,
      what: [],
      missing: undefined,
      cannot: `${words.cannotOne[outcome.cannot.law]}. ${outcome.cannot.problems.join(' ')}`,
    }
  const missing = [...new Set(outcome.subjects.flatMap((one) => one.undetermined))].map((name) => nameOf(voice, name))
  return {
    return_id,
    period,
    changed,
    // What only leads to another finding stands on the page of the return.
    what: outcome.subjects.flatMap(({ subject, changes }) =>
      changes.filter(({ kind }) => kind !== 'measure').map((change) => changeText(voice, subject, change)),
    ),
    missing: missing.length === 0 ? undefined : words.missing(listed(voice, missing)),
    cannot: undefined,
  }
}

function changeText(
  voice: Voice,
  subject: Readonly<Record<string, string>>,
  { name, before, after }: FindingEffect,
): string {
  const of = Object.entries(subject).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  const finding = nameOf(voice, name)
  const title = of.length === 0 ? finding : `${finding} (${listed(voice, of)})`
  return `${title}: ${saidFinding(voice, before)} ${voice.words.arrow} ${saidFinding(voice, after)}`
}

export async function actOnEffect(context: PageContext, params: Params, form: FormData) {
  const id = idAsked(context, params['id'])
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  if (form.get('act') === 'approve') {
    mustBeAllowed(context, 'approve_release')
    const { read } = readForm(form, { properties: { effect_hash: { pattern: '^sha256:[0-9a-f]{64}$' } } })
    if ('refused' in read) return sentBack(context, read.refused, {})
    const approved = await approveRelease(recorder, actor, { id, ...read.done })
    return 'refused' in approved ? sentBack(context, approved.refused, {}) : seeOther('/releases', 'approved')
  }
  const computed = await computeEffect(recorder, context.get(shelfContext), actor, id)
  return 'refused' in computed
    ? sentBack(context, computed.refused, {})
    : seeOther(`/releases/${id}/effect`, 'computed')
}
