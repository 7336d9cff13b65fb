/* Stands in for icuuc.dll, which is part of Windows 10 and absent from wine: Qt links to it. For wine's own folder only,
   never in the bundle (contents.py fails the build). Every call reports failure, so Qt falls back to its own codecs. */
#define OUT __declspec(dllexport)
typedef int Error; /* UErrorCode; 4: U_FILE_ACCESS_ERROR */
static void fail(Error *e) { if (e) *e = 4; }
OUT void *ucnv_open(const char *name, Error *e) { fail(e); return 0; }
OUT void ucnv_close(void *c) {}
OUT void ucnv_reset(void *c) {}
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
OUT signed char ucnv_getMaxCharSize(void *c) { return 1; }
OUT const char *ucnv_getName(void *c, Error *e) { fail(e); return 0; }
OUT void ucnv_getToUCallBack(void *c, void **a, void **b) { if (a) *a = 0; if (b) *b = 0; }
OUT void ucnv_getFromUCallBack(void *c, void **a, void **b) { if (a) *a = 0; if (b) *b = 0; }
OUT void ucnv_setToUCallBack(void *c, void *a, void *b, void **o, void **p, Error *e) { fail(e); }
OUT void ucnv_setFromUCallBack(void *c, void *a, void *b, void **o, void **p, Error *e) { fail(e); }
OUT void ucnv_cbToUWriteUChars(void *a, void *s, int l, int o, Error *e) { fail(e); }
OUT void ucnv_cbFromUWriteUChars(void *a, void *s, void *t, int o, Error *e) { fail(e); }
OUT void ucnv_toUnicode(void *c, void *t, void *u, void *s, void *v, int *o, signed char f, Error *e) { fail(e); }
OUT void ucnv_fromUnicode(void *c, void *t, void *u, void *s, void *v, int *o, signed char f, Error *e) { fail(e); }
OUT int ucnv_toUCountPending(void *c, Error *e) { return 0; }
OUT int ucnv_fromUCountPending(void *c, Error *e) { return 0; }
OUT const char *ucnv_getStandardName(const char *n, const char *s, Error *e) { fail(e); return 0; }
OUT const char *ucnv_getAvailableName(int n) { return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
