/* Prints the request of every function of an SDK header to the core, and the layout of every struct. */
<%page args="functions, structs, enums, entry_points"/>\
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <orthanc/OrthancCPlugin.h>

#define PLACE 4096

/* Every pointer argument points into this readable and writable memory. */
static char arena[64 * PLACE];
static char* place(unsigned index) { return arena + (size_t) index * PLACE; }

% for name, result in entry_points:
${result} ${name}() { return (${result}) place(63); }
% endfor

static const char* callee_top;
static int refuse;
static void (*print_block)(const void* block);

static void print_pointer(const void* pointer)
{
  const char* at = (const char*) pointer;
  if (at == NULL) printf("NULL");
  else if (at >= arena && at < arena + sizeof(arena)) printf("arena+%zu", (size_t) (at - arena));
  else if (at < callee_top && at > callee_top - 65536) printf("local");
  else printf("wild");
}

static void print_bytes(const void* start, size_t size)
{
  const unsigned char* at = (const unsigned char*) start;
  for (size_t i = 0; i < size; i++) printf("%02x", at[i]);
}

static void release_buffer(void* buffer) { printf(" free="); print_pointer(buffer); }

static OrthancPluginErrorCode answer(
  struct _OrthancPluginContext_t* context, _OrthancPluginService service, const void* params)
{
  (void) context;
  if (!refuse)
  {
    printf(" service=%d ", (int) service);
    if (print_block != NULL) print_block(params);
    else print_pointer(params);
  }
  return refuse ? OrthancPluginErrorCode_Database : OrthancPluginErrorCode_Success;
}

% for function in functions:
% if function.fields:
static void block_${function.name}(const void* block)
{
% for field in function.fields:
  printf(" ${field.path}@%zu:%zu=", offsetof(${function.block}, ${field.path}), sizeof(((${function.block}*) 0)->${field.path}));
% if field.is_pointer:
  { void* value; memcpy(&value, (const char*) block + offsetof(${function.block}, ${field.path}), sizeof(value)); print_pointer(value); }
% else:
  print_bytes((const char*) block + offsetof(${function.block}, ${field.path}), sizeof(((${function.block}*) 0)->${field.path}));
% endif
% endfor
}
% endif

static void call_${function.name}(OrthancPluginContext* context)
{
% for argument in function.arguments:
  ${argument.type} ${argument.name} = ${argument.value};
% endfor
  callee_top = (const char*) __builtin_frame_address(0);
  print_block = ${"block_" + function.name if function.fields else "NULL"};
  refuse = 0;
  printf("${function.name}");
  (void) ${function.name}(${", ".join(["context", *(a.name for a in function.arguments)])});
  refuse = 1;
% if function.result == "pointer":
  printf(" refused="); print_pointer((const void*) ${function.name}(${", ".join(["context", *(a.name for a in function.arguments)])}));
% elif function.result == "number":
  printf(" refused=%lld", (long long) ${function.name}(${", ".join(["context", *(a.name for a in function.arguments)])}));
% endif
  printf("\n");
}

% endfor
int main(void)
{
  OrthancPluginContext context;
  memset(&context, 0, sizeof(context));
  context.orthancVersion = "999.0.0";
  context.Free = release_buffer;
  context.InvokeService = answer;
% for struct in structs:
  printf("sizeof ${struct.name} = %zu\n", sizeof(${struct.name}));
% for field in struct.fields:
  printf("offsetof ${struct.name}.${field} = %zu\n", offsetof(${struct.name}, ${field}));
% endfor
% endfor
% for enum in enums:
  printf("sizeof ${enum} = %zu\n", sizeof(${enum}));
% endfor
% for function in functions:
  call_${function.name}(&context);
% endfor
  return 0;
}
