/** What the pages of one's own laboratory are given, and what their forms do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { AMOUNT, CURRENCY, DAY, ID, text } from '../kernel/field-schemas.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { readAs } from '../kernel/transaction.ts'
import { mustBeAllowed, notHere, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { MAYBE_DAY, readForm, sentBack } from '../pages/read-form.ts'
import { membersWithRole, namesIn } from '../people/name-people.ts'
import { authoriseSignatory, declareCapacity, declareEquipment, declarePrice } from './declare-laboratory.ts'
import { OWN_PARTS, type OwnPart, staffNow } from './laboratory.ts'
import { laboratoryOfOrganization } from './read-laboratories.ts'

export interface OwnShown {
  /** Undefined for the page that leads to all. */
  readonly what: OwnPart | undefined
  /** Undefined where it is not in the register. */
  readonly number: string | undefined
  readonly signers: readonly {
    readonly name: string
    readonly may_sign_from: string
    readonly may_sign_until: string | null
  }[]
  /** Whom the reader may let sign. */
  readonly colleagues: readonly { readonly value: string; readonly label: string }[]
}

export async function showOwn(context: PageContext, asked: string | undefined): Promise<OwnShown> {
  const what = asked === undefined ? undefined : partAsked(context, asked)
  const { actor } = context.get(pageCall)
  const organization = actor.organization ?? ''
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await laboratoryOfOrganization(tables, organization)
    const staff = found === undefined ? [] : staffNow(found)
    const names = await namesIn(
      tables,
      staff.map(({ person_id }) => person_id),
    )
    const members = await membersWithRole(tables, organization, 'laboratory_signatory')
    return {
      what,
      number: found?.number,
      signers: staff.map(({ person_id, may_sign_from, may_sign_until }) => ({
        name: names.get(person_id) ?? '',
        may_sign_from,
        may_sign_until,
      })),
      colleagues: members
        .filter(({ person_id }) => person_id !== actor.person)
        .map(({ person_id, name }) => ({ value: person_id, label: name })),
    }
  })
}

function partAsked(context: PageContext, asked: string | undefined): OwnPart {
  const part = OWN_PARTS.find((one) => one === asked)
  if (part === undefined) throw notHere(context)
  return part
}

const COUNT = { pattern: '^(0|[1-9]\\d{0,4})$' }
const DAYS = { pattern: '^([1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])$' }

const FORMS: Readonly<Record<OwnPart, Readonly<Record<string, object>>>> = {
  equipment: {
    name: text(200),
    serial: text(60),
    method: text(200),
    calibrated_on: DAY,
    calibration_due_on: DAY,
    retired_on: MAYBE_DAY,
  },
  price: { standard: text(100), method: text(200), amount: AMOUNT, currency: CURRENCY, days: DAYS },
  capacity: { samples_a_week: COUNT },
  staff: { person_id: ID, may_sign_from: DAY, may_sign_until: MAYBE_DAY },
}

export async function sayOfOwn(context: PageContext, asked: string | undefined, form: FormData) {
  const part = partAsked(context, asked)
  mustBeAllowed(context, COMMANDS[part])
  const { typed, read } = readForm(form, { properties: FORMS[part] })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = await said(context, part, read.done)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { own_authorisation: 'person_id' })
  return seeOther('/laboratory', 'said')
}

const COMMANDS: Readonly<Record<OwnPart, string>> = {
  equipment: 'declare_equipment',
  price: 'declare_price',
  capacity: 'declare_capacity',
  staff: 'authorise_signatory',
}

async function said(
  context: PageContext,
  part: OwnPart,
  of: Readonly<Record<string, string>>,
): Promise<Outcome<unknown, Refusal>> {
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const textOf = (name: string): string => of[name] ?? ''
  const orNothing = (name: string): string | null => (textOf(name) === '' ? null : textOf(name))
  switch (part) {
    case 'equipment':
      return await declareEquipment(recorder, actor, {
        name: textOf('name'),
        serial: textOf('serial'),
        method: textOf('method'),
        calibrated_on: textOf('calibrated_on'),
        calibration_due_on: textOf('calibration_due_on'),
        retired_on: orNothing('retired_on'),
      })
    case 'price':
      return await declarePrice(recorder, actor, {
        standard: textOf('standard'),
        method: textOf('method'),
        amount: textOf('amount'),
        currency: textOf('currency'),
        days: Number(textOf('days')),
      })
    case 'capacity':
      return await declareCapacity(recorder, actor, Number(textOf('samples_a_week')))
    case 'staff':
      return await authoriseSignatory(recorder, actor, {
        person_id: textOf('person_id'),
        may_sign_from: textOf('may_sign_from'),
        may_sign_until: orNothing('may_sign_until'),
      })
  }
}
