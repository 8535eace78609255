/** The order about an appeal in English. */
import type { OrderWords } from './order-words.ts'

export const EN: OrderWords = {
  title: (outcome) => `Order on appeal: ${outcome}`,
  outcomes: { upheld: 'upheld', varied: 'varied', quashed: 'quashed', remanded: 'remanded' },
  against: 'Appeal against',
  found: {
    upheld: 'What stands',
    varied: 'What is found instead',
    quashed: 'What was found',
    remanded: 'What was found',
  },
  consequences: {
    upheld: (number) => `The appeal is dismissed. Determination ${number} stands as it was made.`,
    varied: (number, day) =>
      `Determination ${number} is varied: from ${day} it finds only what is stated above. Amounts that are not found any more are taken back by reverse entries, and licences follow what is left.`,
    quashed: (number, day) =>
      `Determination ${number} is quashed. What it booked is taken back by reverse entries, and what was suspended because of it is restored with effect from ${day}.`,
    remanded: (number, day) =>
      `Determination ${number} is quashed and the matter remanded: it is determined anew by officers who prepared or approved nothing of it. What was booked is taken back by reverse entries, and what was suspended because of it is restored with effect from ${day}.`,
  },
  stayEnds: 'A stay that was granted ends with this order.',
  remedy: 'Further remedy',
  final: 'This order ends the appeal. It takes away no other remedy that the law gives.',
  decidedBy: (name) => `Decided by ${name}, appellate officer, who took no part in the determination.`,
  signed: 'Signed',
}
