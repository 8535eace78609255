/** What happened at the door, in English. */

export const EN = {
  title: 'Sign-ins of your people',
  lead: 'The last 200 events of those who belong to your organization now. They are kept for 400 days.',
  own: 'What happened at your account',
  ownLead:
    'The last 50 events; they are kept for 400 days. If one was not you, choose a new password: that ends all sessions.',
  nothing: 'Sign-ins stand here, those that were refused too, as soon as there is one.',
  person: 'Who',
  when: 'When',
  happened: 'What',
  address: 'Address',
  browser: 'Browser',
  signedIn: (means: string) => `Signed in with ${means}`,
  refused: (means: string) => `Refused: ${means} wrong`,
  means: {
    password: 'password',
    code: 'code',
    recovery_code: 'recovery code',
    openid: 'OpenID account',
    passkey: 'passkey',
  },
  events: {
    signed_out: 'Signed out',
    sessions_ended: 'Sessions ended',
    password_changed: 'New password',
    second_factor_set_up: 'Second factor set up',
    second_factor_removed: 'Second factor removed',
    passkey_added: 'Passkey added',
    passkey_removed: 'Passkey removed',
  },
}
