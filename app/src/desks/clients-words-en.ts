/** The page of an accountant’s clients, in English. */

export const EN = {
  title: 'Your clients',
  lead: 'Each firm stands here that lets you act for it, with what is due next. Choose one: until you choose another, all that you see and do is of that firm.',
  none: 'No firm lets you act for it now. Its administrator does that on the page of its people, under ‘Accountants’.',
  until: (day: string) => `You may act until ${day}.`,
  nothingDue: 'Nothing is due.',
  act: 'Act for it',
  acting: 'you act for it now',
  stop: 'Act for none of them',
  done: { stopped: 'You act for no client now.' },
}
