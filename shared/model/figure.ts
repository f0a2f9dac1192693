/**
 * A neutral drawing: what a canvas looks like, as a flat list of shapes. Screen export, DOCX and PDF draw the same list.
 * Units are CSS pixels (1/96 inch); the origin is top left; shapes are painted in order. Text is already broken into lines.
 */
export type Shape =
  | {
      readonly t: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly r?: number
      readonly fill?: string
      readonly stroke?: string
      readonly width?: number
      readonly dash?: readonly number[]
    }
  | {
      readonly t: 'circle'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly fill?: string
      readonly stroke?: string
      readonly width?: number
    }
  /** Straight segments through all points; `fill` paints the area they enclose, from the last point back to the first. */
  | {
      readonly t: 'line'
      readonly points: readonly (readonly [number, number])[]
      readonly stroke: string
      readonly fill?: string
      readonly width: number
      readonly dash?: readonly number[]
      readonly arrow?: boolean
    }
  /** Each line starts `lead` px below the one before; `x`,`y` is the left (or centre, or right) of the first baseline. */
  | {
      readonly t: 'text'
      readonly x: number
      readonly y: number
      readonly lines: readonly string[]
      readonly size: number
      readonly lead: number
      readonly bold?: boolean
      readonly fill: string
      readonly align?: 'left' | 'center' | 'right'
    }
  /**
   * A picture from the lab's attachments, scaled to fit inside the box and centred (never stretched, never cropped). `name` is the
   * attachment's stored name; a painter that has no bytes for it draws a dashed box with `alt` instead.
   */
  | {
      readonly t: 'image'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly name: string
      readonly alt: string
    }

export type Figure = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
  /** What a person who cannot see it needs to know. */
  readonly alt: string
}
