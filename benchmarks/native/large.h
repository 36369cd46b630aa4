/* Callbacks for large DICOM files. */
#include <orthanc/OrthancCPlugin.h>

/* The transfer syntax of the files: JPEG-LS. Their pixels are no image of it. */
#define SYNTAX "1.2.840.10008.1.2.4.80"
/* The meta header is in the first bytes. */
#define HEAD 1024

void RegisterLarge(OrthancPluginContext* given);
