/** What the pages of models are given, and what the form of a new one does. */
import { inLanguage, namesOf } from '@maqami/engine/explain/names.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Choice } from '../pages/form.tsx'
import { cursorAsked, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { readForm, sentBack } from '../pages/read-form.ts'
import { type LawsCalled, lawsCalled } from '../policy-releases/laws-called.ts'
import { inForce, programmesPublished } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { type Model, statusOn } from './model.ts'
import { readModels } from './read-models.ts'
import { categoriesOf, registerModel } from './register-model.ts'

/** Of a programme and a category, as a form sends it. */
const BETWEEN = '/'

export async function showModels(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items: models, next } = await readModels(database, actor, actor.organization ?? '', { cursor: after })
  const day = todayText(clock)
  const laws = await lawsCalled(
    context,
    models.flatMap(({ programme }) => programme ?? []),
  )
  return {
    models: models.map((model) => ({ ...model, status: statusOn(model, day), kind: kindOf(context, laws, model) })),
    kinds: await kindsIn(context, day),
    after,
    next,
  }
}

/** The category of the model, or the programme where that has none. */
export function kindOf(
  context: PageContext,
  laws: LawsCalled,
  { programme, category }: Pick<Model, 'programme' | 'category'>,
): string {
  if (programme === null) return ''
  const { title, names } = laws(programme)
  if (category === null) return title
  return inLanguage(names.members.get(`category.${category}`) ?? {}, context.get(pageCall).language, category)
}

/** Each category of each programme in force. */
async function kindsIn(context: PageContext, day: string): Promise<readonly Choice[]> {
  const { actor, language } = context.get(pageCall)
  const shelf = context.get(shelfContext)
  const { database } = context.get(recorderContext)
  return await readAs(database, actor, async (tables) => {
    const choices: Choice[] = []
    for (const name of await programmesPublished(tables)) {
      const law = await inForce(tables, name, day)
      if ('refused' in law) continue
      const { programme } = shelf.open(law.done).engine
      const { members } = namesOf(programme)
      const title = inLanguage(programme.heading.title, language, name)
      const categories = categoriesOf(programme)
      if (categories.length === 0) choices.push({ value: name, label: title })
      for (const one of categories) {
        const label = inLanguage(members.get(`category.${one}`) ?? {}, language, one)
        choices.push({ value: `${name}${BETWEEN}${one}`, label: `${title}: ${label}` })
      }
    }
    return choices
  })
}

export async function enterModel(context: PageContext, form: FormData) {
  const { typed, read } = readForm(form, FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { kind, trade_names, ...rest } = read.done
  const [programme = '', category = null] = kind.split(BETWEEN)
  const names = trade_names.split('\n').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  const { actor } = context.get(pageCall)
  const input = { ...rest, programme, category, trade_names: names }
  const outcome = await registerModel(context.get(recorderContext), context.get(shelfContext), actor, input)
  const controls = { model_exists: 'name', category_unknown: 'kind', no_release_in_force: 'kind' }
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, controls)
  return seeOther(`/models/${outcome.done.id}`, 'entered')
}

const FIELDS = {
  properties: {
    name: { minLength: 1, maxLength: 100 },
    description: { maxLength: 500 },
    kind: { minLength: 1, maxLength: 130 },
    brand: { minLength: 1, maxLength: 100 },
    brand_owner: { maxLength: 200 },
    trade_names: { maxLength: 2000 },
  },
} as const
