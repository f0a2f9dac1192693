import type { Language } from '#shared/model/text.ts'

export type Message = Readonly<Record<Language, string>>
export type Messages = Readonly<Record<string, Message>>

/** Keeps the keys as literal types and makes a missing language a compile error. Placeholders are written `{{name}}`. */
export const messages = <const M extends Messages>(all: M): M => all

/** Fills the placeholders of one message without i18next, for the command line and the documents. */
export function say(message: Message, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return message[language].replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
