/** Where a page has what it says, by how it is said in English: the id of an element that holds JSON. An English page has none. */
export const languageElement = 'language';
