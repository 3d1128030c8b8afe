/*
 * better-sqlite3 13 needs Node-API 10 for one thing only: persistent references to strings.
 * Under Node-API 9 a reference may point at objects alone, so a primitive is put into an object
 * that bears a type tag and is taken out of it again. Forced into the compilation with -include.
 */
#ifndef YANDU_NODE_API_9_H
#define YANDU_NODE_API_9_H

#include <node_api.h>
#include <stdbool.h>
#include <stdint.h>

static const napi_type_tag yandu_box_tag = {0x59616e6475426f78ULL, 0x4e6f646541504939ULL};

static inline napi_status yandu_create_reference(napi_env env, napi_value value,
                                                 uint32_t initial_count, napi_ref *result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_external ||
      type == napi_symbol) {
    return napi_create_reference(env, value, initial_count, result);
  }
  napi_value box;
  status = napi_create_object(env, &box);
  if (status != napi_ok) return status;
  status = napi_type_tag_object(env, box, &yandu_box_tag);
  if (status != napi_ok) return status;
  status = napi_set_element(env, box, 0, value);
  if (status != napi_ok) return status;
  return napi_create_reference(env, box, initial_count, result);
}

static inline napi_status yandu_get_reference_value(napi_env env, napi_ref ref,
                                                    napi_value *result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == NULL) return status;
  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool is_box = false;
  status = napi_check_object_type_tag(env, *result, &yandu_box_tag, &is_box);
  if (status != napi_ok || !is_box) return status;
  return napi_get_element(env, *result, 0, result);
}

#define napi_create_reference yandu_create_reference
#define napi_get_reference_value yandu_get_reference_value

#endif
