/** Sentences in the language of the user, switched at once everywhere. */
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
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
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'id',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

/** The page, its `lang` and every sentence follow at once. */
export function switchLanguage(language: Language): void {
  if (i18next.language === language) return
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** `const t = useText(); t('home.title', { n: 3 })` */
export function useText(): Say {
  const { t } = useTranslation()
  return useCallback((key, values) => t(key, values ?? {}), [t])
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'id'
}

/** Picks the user's language from a text of a pack. */
export function useBoth(): (texts: BothTexts) => string {
  const language = useLanguage()
  return useCallback((texts) => texts[language], [language])
}

/** For code outside components, such as actions and errors. */
export const sayNow: Say = (key, values) => i18next.t(key, values ?? {})
