/** The page of models in English. */
export const EN = {
  title: 'Models',
  intro: 'Each model that your firm makes under a programme. A return names them as they are entered here.',
  name: 'Name',
  nameHint: 'As on the type plate and in your returns',
  description: 'Description',
  descriptionHint: 'What tells it from your other models. You may leave it empty.',
  entered: 'Entered',
  none: 'Your models will stand here, each with the day on which it was entered. Enter the first one below.',
  enter: 'Enter a model',
  enterIt: 'Enter the model',
  done: { entered: 'The model has been entered.' },
}
