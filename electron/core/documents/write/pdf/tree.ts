/** The logical tree of a tagged document: what a screen reader walks, apart from where things stand on paper. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'Reference'
  | 'Link'

export type Node = {
  readonly role: Role
  readonly kids: Node[]
  /** Text for who cannot see a figure. */
  readonly alt?: string | undefined
  /** Attribute dictionary as PDF has it, for example `{ O: 'Table', Scope: 'Column' }`; strings of text are `String` objects. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

export function node(role: Role, more: Omit<Partial<Node>, 'role' | 'kids'> = {}): Node {
  return { role, kids: [], ...more }
}

/** Adds a child and returns it. */
export function grow(parent: Node, role: Role, more: Omit<Partial<Node>, 'role' | 'kids'> = {}): Node {
  const child = node(role, more)
  parent.kids.push(child)
  return child
}
