/** The people of the demonstration come in as everybody does: by an invitation, with a password and, where they sign, a second factor. */
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { recordCommand } from '../audit-log/record-command.ts'
import type { MemberRole, OrganizationKind } from '../kernel/authority.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { type Actor, systemActor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { acceptInvitation } from '../people/accept-invitation.ts'
import { identifyRequest } from '../people/identify-request.ts'
import { inviteFirstAdministrator } from '../people/invite-administrator.ts'
import { withdrawInvitation, writeInvitation } from '../people/invite-person.ts'
import type { Identity } from '../people/open-identity.ts'
import { registerOrganization } from '../people/register-organization.ts'
import { beginSecondFactor, confirmSetUp } from '../people/set-up-second-factor.ts'
import { signIn } from '../people/sign-in.ts'
import { MAKERS } from './invented-makers.ts'
import type { Cast } from './play-demonstration.ts'
import type { Laboratories } from './register-laboratories.ts'

/** How somebody of the demonstration signs in. */
export interface SignInPrinted {
  readonly email: string
  readonly role: MemberRole
  readonly organization: string
  /** `otpauth://…` of whoever signs. */
  readonly second_factor: string | undefined
}

export interface MadePeople {
  readonly cast: Cast
  /** Who lets an accountant act for his firm. */
  readonly letting: { readonly administrator: Actor; readonly accountant: string }
  readonly laboratories: Laboratories
  readonly signIns: readonly SignInPrinted[]
}

const MAKER_OF_PEOPLE = systemActor('demonstration')
const HOUSE: Visitor = { address: '127.0.0.1', agent: 'demonstration', cookies: '', authorization: undefined }
const REGULATOR = 'Industry Board'
type MakerName = keyof typeof MAKERS
/** Nobody is in two of them. */
const PEOPLE: Readonly<Record<MakerName, Readonly<Record<'administrator' | 'clerk' | 'signatory', string>>>> = {
  ravi: { administrator: 'Shazia Bano', clerk: 'Sana Malik', signatory: 'Usman Chaudhry' },
  chenab: { administrator: 'Tariq Mehmood', clerk: 'Zainab Iqbal', signatory: 'Asim Butt' },
  indus: { administrator: 'Rukhsana Memon', clerk: 'Danish Sheikh', signatory: 'Yasmin Soomro' },
  soan: { administrator: 'Kamran Abbasi', clerk: 'Mehwish Kayani', signatory: 'Waqas Satti' },
  kohsar: { administrator: 'Huma Javed', clerk: 'Faisal Dar', signatory: 'Ayesha Lodhi' },
}
const SIGNERS: readonly MemberRole[] = [
  'maker_signatory',
  'approving_officer',
  'appellate_officer',
  'supplier_signatory',
  'laboratory_signatory',
]

interface Organization {
  readonly id: string
  readonly kind: OrganizationKind
  readonly name: string
  /** That of its administrator, who comes in by another one. */
  readonly invitation: string
  /** What stands after the @ of its people. */
  readonly domain: string
}

export async function makePeople(identity: Identity, password: string): Promise<MadePeople> {
  const signIns: SignInPrinted[] = []
  const first = done(await inviteFirstAdministrator(identity, REGULATOR, 'administrator@board.example'))
  const board = { id: first.organization, kind: 'regulator', name: REGULATOR, domain: 'board.example' } as const
  const person = async (
    firm: Wanted['organization'],
    role: MemberRole,
    name: string,
    link?: string,
  ): Promise<Actor> => {
    const made = await makePerson(identity, { organization: firm, role, name, password }, link)
    signIns.push(made.signIn)
    return made.actor
  }
  await person(board, 'administrator', 'Farah Naz', first.link)
  await person(board, 'analyst', 'Hamid Raza')
  const policyOfficer = await person(board, 'policy_officer', 'Parveen Akhtar')
  const caseOfficer = await person(board, 'case_officer', 'Bilal Qureshi')
  const approvingOfficer = await person(board, 'approving_officer', 'Nadia Rehman')
  const appellateOfficer = await person(board, 'appellate_officer', 'Rashid Khokhar')
  /** What the organization is, and who administers it. */
  const settled = async (
    kind: Parameters<typeof organization>[1],
    name: string,
    domain: string,
    administers: string,
  ): Promise<Organization & { readonly administrator: Actor }> => {
    const made = await organization(identity, kind, name, domain)
    const administrator = await person(made, 'administrator', administers)
    done(await withdrawInvitation(identity, administrator, { invitation: made.invitation }))
    return { ...made, administrator }
  }
  const customs = await settled('customs', 'Customs House', 'customs.example', 'Saleem Akhund')
  const customsOfficer = await person(customs, 'customs_officer', 'Imran Baig')
  const telecom = await settled('telecom', 'Telecommunication Authority', 'telecom.example', 'Uzma Sheikh')
  await person(telecom, 'telecom_regulator', 'Asim Durrani')
  const cells = await settled('supplier', 'Potohar Cells', 'potohar.example', 'Junaid Mirza')
  const supplier = await person(cells, 'supplier_signatory', 'Amna Siddiqui')
  /** Two who sign for it; one address for each person. */
  const laboratory = async (of: Organization, one: string, other: string) => ({
    signatory: await person(of, 'laboratory_signatory', one),
    colleague: await person({ ...of, domain: `bench.${of.domain}` }, 'laboratory_signatory', other),
  })
  const tests = await settled('laboratory', 'National Electronics Test Laboratory', 'laboratory.example', 'Sohail Aziz')
  const bandar = await settled('laboratory', 'Bandar Test House', 'bandar.example', 'Shahida Parvez')
  const laboratories = {
    national: await laboratory(tests, 'Mahnoor Tariq', 'Zubair Anjum'),
    bandar: await laboratory(bandar, 'Kashif Memon', 'Lubna Sattar'),
  }
  const administrators = new Map<MakerName, Actor>()
  const makers: Partial<Record<MakerName, Cast['makers'][MakerName]>> = {}
  for (const key of Object.keys(MAKERS) as readonly MakerName[]) {
    const { administrator, clerk, signatory } = PEOPLE[key]
    const firm = await settled('manufacturer', MAKERS[key].name, `${key}.example`, administrator)
    administrators.set(key, firm.administrator)
    makers[key] = {
      ...MAKERS[key],
      clerk: await person(firm, 'maker_clerk', clerk),
      signatory: await person(firm, 'maker_signatory', signatory),
    }
  }
  const cast: Cast = {
    policyOfficer,
    caseOfficer,
    approvingOfficer,
    appellateOfficer,
    customsOfficer,
    supplier,
    makers: makers as Cast['makers'],
  }
  const books = await settled('accountant', 'Hisab and Sons', 'hisab.example', 'Nasreen Gul')
  await person(books, 'accountant', 'Rabia Anwar')
  const administrator = administrators.get('chenab')
  if (administrator === undefined) throw new Error('the maker that lets an accountant act is not there')
  return { cast, letting: { administrator, accountant: books.id }, laboratories, signIns }
}

async function organization(
  identity: Identity,
  kind: 'manufacturer' | 'customs' | 'telecom' | 'accountant' | 'supplier' | 'laboratory',
  name: string,
  domain: string,
): Promise<Organization> {
  const input = { name, kind, administrator_email: `administrator@${domain}` }
  const registered = done(await registerOrganization(identity, MAKER_OF_PEOPLE, input))
  return { id: registered.organization, kind, name, domain, invitation: registered.invitation }
}

interface Wanted {
  readonly organization: Omit<Organization, 'invitation'>
  readonly role: MemberRole
  readonly name: string
  readonly password: string
}

async function makePerson(
  identity: Identity,
  { organization: firm, role, name, password }: Wanted,
  invitation?: string,
): Promise<{ readonly actor: Actor; readonly signIn: SignInPrinted }> {
  const email = `${role.replace(/^(?:maker|supplier|telecom|laboratory)_/, '').replace('_officer', '')}@${firm.domain}`
  const link = invitation ?? (await invitationOf(identity, firm, role, email))
  const token = new URL(link).searchParams.get('token') ?? ''
  done(await acceptInvitation(identity, HOUSE, { token, name, password }))
  const signedIn = await signIn(identity, HOUSE, { email, password })
  done(signedIn)
  const visitor = { ...HOUSE, cookies: cookiesOf(signedIn.cookies ?? []) }
  const actor = done(await identifyRequest(identity, visitor))
  const second_factor = SIGNERS.includes(role) ? await setUp(identity, actor, visitor, password) : undefined
  return { actor, signIn: { email, role, organization: firm.name, second_factor } }
}

async function invitationOf(
  identity: Identity,
  { id, kind }: Wanted['organization'],
  role: MemberRole,
  email: string,
): Promise<string> {
  const invited = await recordCommand(identity, MAKER_OF_PEOPLE, 'invite_person', async (tables) => {
    const wanted = { organization_id: id, kind, role, email }
    const { link, id: invitation } = await writeInvitation(tables, identity, MAKER_OF_PEOPLE, wanted)
    return { done: link, subject: id, details: { invitation, role, email } }
  })
  return done(invited)
}

async function setUp(identity: Identity, actor: Actor, visitor: Visitor, password: string): Promise<string> {
  const { uri } = done(await beginSecondFactor(identity, actor, visitor, { password }))
  done(
    await confirmSetUp(identity, actor, visitor, { code: await codeOf(new URL(uri).searchParams.get('secret') ?? '') }),
  )
  return uri
}

/** What an authenticator shows now for a secret, in base 32. */
export async function codeOf(secret: string): Promise<string> {
  return await createOTP(Buffer.from(base32.decode(secret)).toString('utf8')).totp()
}

function cookiesOf(set: readonly string[]): string {
  return set.map((one) => one.split(';')[0] ?? '').join('; ')
}

/** The demonstration does nothing that is refused. */
export function done<T>(outcome: Outcome<T, Refusal>): T {
  if ('refused' in outcome) throw new Error(`the demonstration was refused: ${JSON.stringify(outcome.refused)}`)
  return outcome.done
}
