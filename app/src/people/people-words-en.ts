/** The pages of an organization’s people, in English. */
import type { MemberRole } from '../kernel/authority.ts'

const ROLES: Readonly<Record<MemberRole, string>> = {
  case_officer: 'Case officer',
  approving_officer: 'Approving officer',
  appellate_officer: 'Appellate officer',
  policy_officer: 'Policy officer',
  analyst: 'Analyst',
  administrator: 'Administrator',
  maker_clerk: 'Clerk, who prepares',
  maker_signatory: 'Signatory, who signs and files',
  accountant: 'Accountant, who acts for clients',
  laboratory_signatory: 'Signatory of the laboratory',
  customs_officer: 'Customs officer',
  telecom_regulator: 'Officer of the telecom regulator',
  supplier_clerk: 'Clerk of the supplier, who prepares',
  supplier_signatory: 'Signatory of the supplier, who attests',
  public: 'Member',
}

export const EN = {
  roles: ROLES,
  notYours: {
    other: (whose: string, role: string) =>
      `This is for: ${whose}. You act as: ${role}. If it is part of your work, ask the administrator of your organization for another role.`,
    administrator: (whose: string) =>
      `This is for: ${whose}. You administer your organization: on its page of people you invite who is to do this, or change somebody’s role.`,
    nobody: (whose: string) =>
      `This is for: ${whose}. You act for no organization now. Choose one on the page of your account; if there is none, ask its administrator for an invitation.`,
    accountant: (whose: string) =>
      `This is for: ${whose}. The firm for which you act has not let you do it for them, or leaves it to its own people. Its administrator says what you may do.`,
  },
  organization: 'Organization',
  role: 'Role',
  peopleTitle: 'People',
  jobs: 'Jobs of the service',
  name: 'Name',
  email: 'E-mail address',
  since: 'Since',
  until: 'Until',
  toDo: 'To do',
  members: 'Who belongs to it',
  changeRole: 'Change the role',
  newRole: 'New role',
  changingHolds: (person: string) =>
    `${person} acts in the new role, and no longer in the old one, from the next request on. What was done in the old one stays as it is.`,
  endSessions: 'End the sessions',
  sessionsEndAt: (person: string) =>
    `${person} is signed out everywhere at once, and signs in anew. For who lost a device, or whose account somebody else may be using.`,
  endMembership: 'End the membership',
  endingHolds: (person: string, organization: string) =>
    `${person} acts for ${organization} no longer, from the next request on. To come back takes a new invitation.`,
  invitations: 'Who is invited',
  noInvitation: 'Whom you invite stands here until the invitation is accepted, withdrawn or a week old.',
  withdraw: 'Withdraw',
  invite: 'Invite somebody',
  inviteLead: 'The link goes to that address and to nobody else. It holds for a week.',
  sendInvitation: 'Send the invitation',
  toKeys: 'Keys of programs',
  done: {
    invited: 'The invitation is on its way.',
    withdrawn: 'The invitation is withdrawn: its link leads nowhere.',
    changed: 'The role is changed.',
    sessions_ended: 'The sessions have ended.',
    ended: 'The membership has ended.',
  },
}
