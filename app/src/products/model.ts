/** A model that a manufacturer makes. */

export interface Model {
  readonly id: string
  readonly manufacturer_id: string
  readonly name: string
  readonly description: string
  readonly registered_at: string
  readonly registered_by: string
}

export interface ModelExists {
  readonly code: 'model_exists'
  readonly name: string
}
