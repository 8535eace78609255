/** Who makes for whose brand under contract, and which of the two is bound for what is made. */

export interface AgreementEnd {
  /** The last day on which it holds. */
  readonly last_on: string
  readonly reason: string
}

export interface Agreement {
  readonly id: string
  readonly maker_id: string
  /** Whose brand it is; null where he is not in the register. */
  readonly owner_id: string | null
  /** As the contract calls him. */
  readonly owner_name: string
  readonly programme: string
  readonly brand: string
  /** All models of the brand where none is named. */
  readonly models: readonly string[]
  /** Whom the programme holds to the localization of what is made. */
  readonly bound: 'maker' | 'owner'
  /** Number and day of the contract. */
  readonly contract: string
  readonly from_on: string
  readonly until_on: string | null
  /** Null where nothing ended it before its day. */
  readonly ended: AgreementEnd | null
}

export type NewAgreement = Omit<Agreement, 'id' | 'ended'>

export type AgreementRefusal =
  | { readonly code: 'agreement_unknown' }
  | { readonly code: 'agreement_ended'; readonly last_on: string }
  | { readonly code: 'agreement_period'; readonly from_on: string; readonly until_on: string }
  | { readonly code: 'agreement_end_day'; readonly from_on: string; readonly until_on: string | null }
  | { readonly code: 'agreement_with_itself' }
  | { readonly code: 'owner_not_registered' }
  | { readonly code: 'agreements_overlap'; readonly brand: string; readonly contract: string }

/** The last day on which it holds; undefined of one without end. */
export function lastDayOf({ until_on, ended }: Pick<Agreement, 'until_on' | 'ended'>): string | undefined {
  return ended?.last_on ?? until_on ?? undefined
}

/** `others` are those of the same maker. */
export function unfitAgreement(agreement: NewAgreement, others: readonly Agreement[]): AgreementRefusal | undefined {
  const { maker_id, owner_id, bound, from_on, until_on } = agreement
  if (until_on !== null && until_on < from_on) return { code: 'agreement_period', from_on, until_on }
  if (owner_id === maker_id) return { code: 'agreement_with_itself' }
  if (bound === 'owner' && owner_id === null) return { code: 'owner_not_registered' }
  const other = others.find((one) => overlap(agreement, one))
  return other === undefined ? undefined : { code: 'agreements_overlap', brand: other.brand, contract: other.contract }
}

/** Of two that cover the same model on the same day nobody could say which holds. */
function overlap(one: NewAgreement, other: Agreement): boolean {
  const isSame = one.programme === other.programme && isCalled(one.brand, other.brand)
  const last = lastDayOf(other)
  const meets = (one.until_on === null || other.from_on <= one.until_on) && (last === undefined || one.from_on <= last)
  const shares =
    one.models.length === 0 ||
    other.models.length === 0 ||
    one.models.some((model) => other.models.some((name) => isCalled(model, name)))
  return isSame && meets && shares
}

function isCalled(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

export function holdsOn(agreement: Agreement, day: string): boolean {
  const last = lastDayOf(agreement)
  return agreement.from_on <= day && (last === undefined || day <= last)
}

/** What somebody made, and for which brand. */
export interface Made {
  readonly maker_id: string
  readonly programme: string
  readonly brand: string
  readonly model: string
}

/** The agreement under which it was made on the day; undefined where it was made on one's own account. */
export function agreementOn(agreements: readonly Agreement[], made: Made, day: string): Agreement | undefined {
  return agreements.find(
    (one) =>
      one.maker_id === made.maker_id &&
      one.programme === made.programme &&
      isCalled(one.brand, made.brand) &&
      (one.models.length === 0 || one.models.some((name) => isCalled(name, made.model))) &&
      holdsOn(one, day),
  )
}

/** Who is held to the localization of what is made under it. */
export function boundBy({ bound, owner_id, maker_id }: Agreement): string {
  return bound === 'owner' && owner_id !== null ? owner_id : maker_id
}

/** The maker, unless an agreement binds the owner of the brand. */
export function boundForMade(agreements: readonly Agreement[], made: Made, day: string): string {
  const found = agreementOn(agreements, made, day)
  return found === undefined ? made.maker_id : boundBy(found)
}
