/* Callbacks for large DICOM files, as in scripts/large.py. */
#include "large.h"

#include <stdlib.h>
#include <string.h>

static OrthancPluginContext* context = NULL;

static OrthancPluginReceivedInstanceAction Received(OrthancPluginMemoryBuffer64* modified, const void* dicom,
                                                    uint64_t size, OrthancPluginInstanceOrigin origin) {
  (void)modified;
  (void)dicom;
  (void)size;
  (void)origin;
  return OrthancPluginReceivedInstanceAction_KeepAsIs;
}

static OrthancPluginErrorCode Decode(OrthancPluginImage** target, const void* dicom, const uint32_t size,
                                     uint32_t frame) {
  (void)dicom;
  (void)size;
  (void)frame;
  *target = OrthancPluginCreateImage(context, OrthancPluginPixelFormat_Grayscale8, 1, 1);
  return *target == NULL ? OrthancPluginErrorCode_NotEnoughMemory : OrthancPluginErrorCode_Success;
}

/* Copies the file, and writes the UID of the allowed syntax over that of its own. */
static OrthancPluginErrorCode Transcode(OrthancPluginMemoryBuffer* transcoded, const void* dicom,
                                        uint64_t size, const char* const* allowed, uint32_t count,
                                        uint8_t allow_new_uid) {
  (void)allow_new_uid;
  if (count != 1 || strlen(allowed[0]) != strlen(SYNTAX)) return OrthancPluginErrorCode_Plugin;
  const OrthancPluginErrorCode code = OrthancPluginCreateMemoryBuffer(context, transcoded, (uint32_t)size);
  if (code != OrthancPluginErrorCode_Success) return code;
  memcpy(transcoded->data, dicom, size);
  char* data = transcoded->data;
  for (size_t i = 0; i + sizeof(SYNTAX) < HEAD; i++) {
    if (memcmp(data + i, SYNTAX, strlen(SYNTAX)) == 0) memcpy(data + i, allowed[0], strlen(SYNTAX));
  }
  return OrthancPluginErrorCode_Success;
}

void RegisterLarge(OrthancPluginContext* given) {
  context = given;
  OrthancPluginRegisterReceivedInstanceCallback(context, Received);
  OrthancPluginRegisterDecodeImageCallback(context, Decode);
  OrthancPluginRegisterTranscoderCallback(context, Transcode);
}
