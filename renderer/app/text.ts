/** Sentences in the language of the user, switched at once everywhere. */
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { type BothTexts, type Language, languages } from '#shared/model/text.ts'
import { allText, type TextKey } from '#shared/text/index.ts'
import type { Messages } from '#shared/text/messages.ts'

export type { TextKey }
export type TextValues = Readonly<Record<string, string | number>>
/** Says the message of that key; `values` fill its `{{placeholders}}`. */
export type Say = (key: TextKey, values?: TextValues) => string

const resources = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      translation: Object.fromEntries(
        Object.entries<Messages>(allText).map(([file, all]) => [
          file,
          Object.fromEntries(Object.entries(all).map(([key, message]) => [key, message[language]])),
        ]),
      ),
    },
  ]),
)

/** Must run before the first render. Called again, it only switches. */
export function startText(language: Language): void {
  if (i18next.isInitialized) {
    switchLanguage(language)
    return
  }
  void i18next.init({
    resources,
    lng: language,
    fallbackLng: 'id',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

/** The page, its `lang` and every sentence follow at once. */
export function switchLanguage(language: Language): void {
  if (i18next.language === language) return
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

const subscribe = (hear: () => void): (() => void) => {
  i18next.on('languageChanged', hear)
  return () => i18next.off('languageChanged', hear)
}
const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'id')

// One function for each language, so that what depends on it is made anew when the language changes and at no other time.
const sayIn = perLanguage((language): Say => {
  const t = i18next.getFixedT(language)
  const plain = new Map<string, string>(
    Object.entries<Messages>(allText).flatMap(([file, all]) =>
      Object.entries(all)
        .map(([key, message]) => [`${file}.${key}`, message[language]] as const)
        .filter(([, words]) => !words.includes('{{') && !words.includes('$t(')),
    ),
  )
  // A board asks for thousands of sentences at once; those without places to fill need no search.
  return (key, values) => (values === undefined ? plain.get(key) : undefined) ?? t(key, values ?? {})
})
const bothIn = perLanguage((language) => (texts: BothTexts) => texts[language])

function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

/** `const t = useText(); t('home.title', { n: 3 })` */
export const useText = (): Say => sayIn(useLanguage())

// Asked by every card of a board, so it listens and nothing more.
export const useLanguage = (): Language => useSyncExternalStore(subscribe, languageNow)

/** Picks the user's language from a text of a pack. */
export const useBoth = (): ((texts: BothTexts) => string) => bothIn(useLanguage())

/** For code outside components, such as actions and errors. */
export const sayNow: Say = (key, values) => i18next.t(key, values ?? {})
