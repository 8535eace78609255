/** The page on which organizations are registered, in English. */
import type { OrganizationKind } from '../kernel/authority.ts'

const KINDS: Readonly<Record<Exclude<OrganizationKind, 'regulator'>, string>> = {
  manufacturer: 'Manufacturer',
  supplier: 'Supplier of parts',
  accountant: 'Accountant',
  laboratory: 'Laboratory',
  customs: 'Customs',
  telecom: 'Telecom regulator',
  public: 'Member of the public',
}

export const EN = {
  title: 'Organizations',
  lead: 'Nobody registers himself. You register a firm, a laboratory, customs or the telecom regulator here, and its first administrator gets a link by mail. The administrator invites the organization’s own people; those of a manufacturer then apply for its registration with the programme.',
  kinds: KINDS,
  register: 'Register an organization',
  name: 'Name of the organization',
  kind: 'Kind',
  email: 'E-mail address of its first administrator',
  emailHint: 'The link goes to that address and to nobody else. It holds for a week and is good once.',
  registerIt: 'Register and invite',
  without: 'Organizations without an administrator',
  none: 'Every organization has an administrator.',
  registered: 'Registered',
  invited: 'Invited',
  nobodyInvited: 'nobody, or the link is over a week old',
  until: (day: string) => `until ${day}`,
  inviteAgain: 'Invite an administrator',
  inviteAgainLead: 'Where the link was lost or ran out, or the last administrator has gone.',
  toOrganization: 'Organization',
  administrator: 'E-mail address of the administrator',
  send: 'Send the invitation',
  done: {
    registered: 'The organization is registered, and the invitation to its first administrator is on its way.',
    invited: 'The invitation is on its way.',
  },
}
